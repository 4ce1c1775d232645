/** Positions in a turn of a spinner. */
const positions = 16;

/**
 * Lets spinners below `root` turn in steps. One that moves with every frame has its style computed with every frame,
 * though it is drawn elsewhere; CSS can step between its keyframes only, which changes nothing about that.
 */
export function stepSpinners(root: HTMLElement): void {
  root.addEventListener("animationstart", ({ animationName, target }) => {
    if (animationName !== "spin" || !(target instanceof Element)) return;
    for (const { effect } of target.getAnimations()) effect?.updateTiming({ easing: `steps(${positions})` });
  });
}
