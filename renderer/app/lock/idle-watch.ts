export interface IdleWatchParts {
  readonly nowMs: () => number;
  /** After how many minutes it locks; 0: never. */
  readonly idleMinutes: () => number;
  readonly lock: () => void;
}

/** Locks when the time since the last sign of life is too long, whoever notices first: the regular look or the sign that ends it. After a
 * sleep it is the sign, for timers stand still then. */
export interface IdleWatch {
  /** Somebody moved or typed; `true`: after too long, so it locked. */
  touch(): boolean;
  look(): void;
}

export function createIdleWatch({ nowMs, idleMinutes, lock }: IdleWatchParts): IdleWatch {
  let lastMs = nowMs();
  const lockIfIdle = () => {
    const minutes = idleMinutes();
    const isIdle = minutes > 0 && nowMs() - lastMs >= minutes * 60_000;
    if (isIdle) lock();
    return isIdle;
  };
  return {
    touch() {
      const isIdle = lockIfIdle();
      lastMs = nowMs();
      return isIdle;
    },
    look: () => void lockIfIdle(),
  };
}
