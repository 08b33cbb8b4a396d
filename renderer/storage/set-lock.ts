import { makeLock, opensLock, parseLock, recoveryCodeOf } from "../../core/vault/lock/app-lock.ts";
import type { AppLock } from "../../core/vault/lock/app-lock.ts";
import { lockWaitMs } from "../../core/vault/lock/lock-wait.ts";
import type { WrongTries } from "../../core/vault/lock/lock-wait.ts";
import { currentPlatform } from "../platform/current-platform.ts";
import { LOCK_KEY, lockStore } from "./app-lock.ts";

const TRIES_KEY = "lockTries";
const NO_TRIES: WrongTries = { count: 0, lastMs: 0 };

/** The lock of this device; `null`: none. */
export function currentLock(): AppLock | null {
  return parseLock(currentPlatform().readPreference(LOCK_KEY));
}

/** Sets a lock, and answers its recovery code, which is shown once and kept nowhere. */
export function setLock(passphrase: string, idleMinutes: number): string {
  const random = () => currentPlatform().newId().replaceAll("-", "");
  const recoveryCode = recoveryCodeOf(random());
  keepLock(makeLock({ passphrase, recoveryCode, salt: random(), idleMinutes }));
  keepTries(NO_TRIES);
  return recoveryCode;
}

/** Changes after how many minutes the app locks itself. */
export function setIdleMinutes(idleMinutes: number): void {
  const lock = currentLock();
  if (lock) keepLock({ ...lock, idleMinutes });
}

export function lockNow(): void {
  if (currentLock()) lockStore.setState({ isLocked: true });
}

/** How long the next try has to wait. */
export function tryWaitMs(): number {
  return lockWaitMs(readTries(), currentPlatform().nowMs());
}

/** Tries a passphrase or the recovery code, which takes the lock away. A lock that cannot be read opens. */
export function tryUnlock(text: string): "opened" | "removed" | "wrong" | "wait" {
  if (tryWaitMs() > 0) return "wait";
  const lock = currentLock();
  const opened = lock ? opensLock(lock, text) : "recovery";
  if (opened === null) {
    keepTries({ count: readTries().count + 1, lastMs: currentPlatform().nowMs() });
    return "wrong";
  }
  keepTries(NO_TRIES);
  if (opened === "recovery") removeLock();
  lockStore.setState({ isLocked: false });
  return opened === "recovery" ? "removed" : "opened";
}

export function removeLock(): void {
  currentPlatform().writePreference(LOCK_KEY, "");
}

function keepLock(lock: AppLock): void {
  currentPlatform().writePreference(LOCK_KEY, JSON.stringify(lock));
}

function keepTries(tries: WrongTries): void {
  currentPlatform().writePreference(TRIES_KEY, JSON.stringify(tries));
}

function readTries(): WrongTries {
  try {
    const { count, lastMs } = JSON.parse(currentPlatform().readPreference(TRIES_KEY) ?? "") as WrongTries;
    return Number.isFinite(count) && Number.isFinite(lastMs) ? { count, lastMs } : NO_TRIES;
  } catch {
    return NO_TRIES;
  }
}
