import { expect, test } from "vitest";
import { makeLock, opensLock, parseLock, recoveryCodeOf } from "../../../../../core/vault/lock/app-lock.ts";
import { lockWaitMs } from "../../../../../core/vault/lock/lock-wait.ts";

const SALT = "00112233445566778899aabbccddeeff";
const lock = makeLock({
  passphrase: "九宫 café",
  recoveryCode: "0123-4567-89AB-CDEF-0123",
  salt: SALT,
  idleMinutes: 5,
});

test("the passphrase opens the lock however its letters are composed, and another does not", () => {
  expect(opensLock(lock, "九宫 cafe\u0301")).toBe("passphrase");
  expect([opensLock(lock, "九宫 cafe"), opensLock(lock, "")]).toEqual([null, null]);
});

test("the recovery code opens it in small letters and without dashes", () => {
  expect(opensLock(lock, " 0123 4567 89ab cdef 0123 ")).toBe("recovery");
});

test("neither passphrase nor code stands in what the device keeps", () => {
  const kept = JSON.stringify(lock);
  expect([kept.includes("九宫"), kept.toLowerCase().includes("89abcdef")]).toEqual([false, false]);
  expect(parseLock(kept)).toEqual(lock);
});

test("what is no lock counts as none", () => {
  expect([null, "", "{", '{"salt":"x"}', "[]"].map(parseLock)).toEqual([null, null, null, null, null]);
});

test("a code has twenty digits in five groups", () => {
  expect(recoveryCodeOf("f".repeat(32))).toBe("FFFF-FFFF-FFFF-FFFF-FFFF");
});

test("three wrong tries cost nothing, then the wait doubles up to five minutes", () => {
  const waits = [1, 2, 3, 4, 5, 9, 10, 99].map((count) => lockWaitMs({ count, lastMs: 0 }, 0) / 1000);
  expect(waits).toEqual([0, 0, 5, 10, 20, 300, 300, 300]);
});

test("a clock that was set back lengthens no wait", () => {
  expect(lockWaitMs({ count: 3, lastMs: 1_000_000 }, 0)).toBe(5000);
});
