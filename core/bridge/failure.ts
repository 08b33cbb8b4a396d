import { z } from "zod";

/** Why a file could not be read or written, or a call was turned away. Said by `desktop.failure.<code>`.
 * `refused`: the call itself broke the contract; `gone`: the file is no longer there; `failed`: anything else. */
export const failureCodeSchema = z.enum([
  "disk-full",
  "not-permitted",
  "in-use",
  "gone",
  "too-large",
  "unverified",
  "refused",
  "failed",
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

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
