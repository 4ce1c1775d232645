/**
 * Whether the reader is taking aim at something: the pointer is over the element and moved a moment ago,
 * or a button of it is down. What would move things about waits until then.
 */
export interface Aim {
  readonly active: boolean;
  /** True while a pointer button is down, as when text is being selected. */
  readonly pressed: boolean;
}

const moment = 400;

/** `now` is a monotonic clock in milliseconds; `rest` is called when the aiming is over. */
export function createAim(element: HTMLElement, now: () => number, rest: () => void): Aim {
  let movedAt = -Infinity;
  let pressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const active = () => pressed || now() - movedAt < moment;
  const wait = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (active()) wait();
      else rest();
    }, moment);
  };
  const release = () => {
    pressed = false;
    wait();
  };

  element.addEventListener("pointermove", () => {
    movedAt = now();
    wait();
  });
  element.addEventListener("pointerdown", () => {
    pressed = true;
  });
  element.addEventListener("pointerleave", () => {
    movedAt = -Infinity;
  });
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);

  return {
    get active() {
      return active();
    },
    get pressed() {
      return pressed;
    },
  };
}
