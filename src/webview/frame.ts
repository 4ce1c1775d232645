/** One paint a frame, however often it is asked for. */
export interface Frame {
  ask(): void;
}

/** `request` runs a task before the next frame is drawn, as `requestAnimationFrame`. */
export function createFrame(paint: () => void, request: (task: () => void) => unknown): Frame {
  let asked = false;
  return {
    ask() {
      if (asked) return;
      asked = true;
      request(() => {
        asked = false;
        paint();
      });
    },
  };
}
