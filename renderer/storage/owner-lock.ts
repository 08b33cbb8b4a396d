const LOCK_NAME = "jiugong-workspace";
/** A page that is just being left gives its lock up a moment later. */
const PATIENCE_MS = 1500;

let release: (() => void) | null = null;

/** Makes this window the only owner of the workspace until it is closed. `false`: another window has it. A browser that is too
 * busy to answer in time is asked again: silence does not mean that somebody is there. */
export async function takeOwnership(): Promise<boolean> {
  if (release || typeof navigator === "undefined" || !navigator.locks) return true;
  while (!(await requestLock())) if (await isHeld()) return false;
  return true;
}

export function giveUpOwnership(): void {
  release?.();
  release = null;
}

/** `false`: not granted in time. */
function requestLock(): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK_NAME, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        return new Promise<void>((free) => {
          release = free;
        });
      })
      .catch(() => resolve(false));
  });
}

async function isHeld(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === LOCK_NAME);
}
