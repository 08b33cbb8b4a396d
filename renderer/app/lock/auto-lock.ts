import { currentPlatform } from "../../platform/current-platform.ts";
import { lockStore } from "../../storage/app-lock.ts";
import { currentLock, lockNow } from "../../storage/set-lock.ts";
import { createIdleWatch } from "./idle-watch.ts";

const LOOK_MS = 15_000;
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Locks the app when nobody has moved or typed for as long as the lock says, which a computer's sleep counts towards; and at once when
 * the computer is locked or sleeps. A lock without such a time locks by hand alone. */
export function lockWhenIdle(): void {
  const { nowMs, desktop } = currentPlatform();
  const idleMinutes = () => currentLock()?.idleMinutes ?? 0;
  const watch = createIdleWatch({ nowMs, idleMinutes, lock: lockNow });
  for (const sign of SIGNS_OF_LIFE) {
    const listen = (event: Event) => {
      const { isLocked } = lockStore.getState();
      if (!watch.touch() || isLocked) return;
      // What wakes the app locks it, and presses or types nothing in what stood there.
      event.stopImmediatePropagation();
      if (event.type === "keydown") event.preventDefault();
    };
    window.addEventListener(sign, listen, { capture: true });
  }
  setInterval(watch.look, LOOK_MS);
  desktop?.onLeft(() => {
    if (idleMinutes() > 0) lockNow();
  });
}
