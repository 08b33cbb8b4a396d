import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";

/** Why a file could not be read or written, or a call was turned away. Said by `desktop.failure.<code>`.
 * `refused`: the call itself broke the contract; `gone`: the file is no longer there; `failed`: anything else. */
export const FAILURE_CODES = [
  "disk-full",
  "not-permitted",
  "in-use",
  "gone",
  "too-large",
  "unverified",
  "refused",
  "failed",
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

const CODE_BY_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EACCES: "not-permitted",
  EPERM: "not-permitted",
  EROFS: "not-permitted",
  EBUSY: "in-use",
  ETXTBSY: "in-use",
  ENOENT: "gone",
  ENOTDIR: "gone",
  EFBIG: "too-large",
};

/** Names the failure behind an operating system's error code; anything unknown is `failed`.
 * @example failureCode("ENOSPC") // => "disk-full"
 */
export function failureCode(errno: string): FailureCode {
  return Object.hasOwn(CODE_BY_ERRNO, errno) ? (CODE_BY_ERRNO[errno] as FailureCode) : "failed";
}

/** Says a failure and its remedy; a code that is not known is said as `failed`.
 * @example failureMessage("disk-full") // => { key: "desktop.failure.disk-full" }
 */
export function failureMessage(code: string): Message {
  const known = FAILURE_CODES.find((one) => one === code) ?? "failed";
  return message(`desktop.failure.${known}`);
}
