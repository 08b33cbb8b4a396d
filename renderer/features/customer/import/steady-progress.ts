/** Progress that moves several times a second. */
export interface SteadyProgress {
  hear(share: number): void;
  end(): void;
}

const TICK_MS = 120;
/** How much of what is left is guessed in a tick. */
const GUESS = 0.015;

/** Tells how far something is. While nothing is heard of it (a library that answers only at its end is at work) the share
 * goes on by a guess that never comes to the end; it never goes back. */
export function startSteadyProgress(tell: (share: number) => void): SteadyProgress {
  let shown = 0;
  const show = (share: number) => {
    shown = Math.max(shown, share);
    tell(shown);
  };
  const startTimer = () => setInterval(() => show(shown + (1 - shown) * GUESS), TICK_MS);
  let timer: ReturnType<typeof setInterval> | undefined = startTimer();
  return {
    hear(share) {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = startTimer();
      show(share);
    },
    end() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
