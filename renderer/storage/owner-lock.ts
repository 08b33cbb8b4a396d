const LOCK_NAME = "jiugong-workspace";
/** A page that is just being left gives its lock up a moment later. */
const PATIENCE_MS = 1500;

let release: (() => void) | null = null;

/** Makes this window the only owner of the workspace until it is closed. `false`: another window has it. */
export async function takeOwnership(): Promise<boolean> {
  if (release || typeof navigator === "undefined" || !navigator.locks) return true;
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

export function giveUpOwnership(): void {
  release?.();
  release = null;
}
