import { currentPlatform } from "../../platform/current-platform.ts";
import { currentLock, lockNow } from "../../storage/set-lock.ts";

const LOOK_MS = 15_000;
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Locks the app when nobody has moved or typed for as long as the lock says; after a computer's sleep too, for the clock counts. */
export function lockWhenIdle(): void {
  const { nowMs } = currentPlatform();
  let lastMs = nowMs();
  for (const sign of SIGNS_OF_LIFE) {
    window.addEventListener(sign, () => (lastMs = nowMs()), { capture: true, passive: true });
  }
  setInterval(() => {
    const idleMinutes = currentLock()?.idleMinutes ?? 0;
    if (idleMinutes > 0 && nowMs() - lastMs >= idleMinutes * 60_000) lockNow();
  }, LOOK_MS);
}
