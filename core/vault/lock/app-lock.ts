import { scrypt } from "@noble/hashes/scrypt.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";

/** 32 MB and about a quarter of a second for each guess, on a common laptop. */
const WORK = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const;

const hexSchema = z.string().regex(/^[0-9a-f]{32,128}$/);
const lockSchema = z.object({
  salt: hexSchema,
  passphrase: hexSchema,
  recovery: hexSchema,
  idleMinutes: z.number().int().min(0).max(1440),
});

/** What a device keeps of the lock of the app: no passphrase, only what one is compared with. */
export type AppLock = z.infer<typeof lockSchema>;

export interface NewLock {
  readonly passphrase: string;
  /** Opens the lock when the passphrase is forgotten, and takes it away. */
  readonly recoveryCode: string;
  /** Random, at least 16 bytes as hexadecimal digits. */
  readonly salt: string;
  /** The app locks itself after so many minutes without a key or a movement; 0: never. */
  readonly idleMinutes: number;
}

/** Makes a lock: salted scrypt of passphrase and recovery code. It guards the window; it encrypts nothing.
 * @example makeLock({ passphrase: "tea", recoveryCode: "ABCD", salt: "00112233445566778899aabbccddeeff", idleMinutes: 5 }).idleMinutes // => 5
 */
export function makeLock({ passphrase, recoveryCode, salt, idleMinutes }: NewLock): AppLock {
  return {
    salt,
    passphrase: digest(plainPassphrase(passphrase), salt),
    recovery: digest(plainCode(recoveryCode), salt),
    idleMinutes,
  };
}

/** Whether a text opens the lock, and as what; `null`: it does not. The code is taken in any letters and with any dashes.
 * @example opensLock(makeLock({ passphrase: "tea", recoveryCode: "AB-CD", salt: "00112233445566778899aabbccddeeff", idleMinutes: 5 }), "abcd") // => "recovery"
 */
export function opensLock(lock: AppLock, text: string): "passphrase" | "recovery" | null {
  if (digest(plainPassphrase(text), lock.salt) === lock.passphrase) return "passphrase";
  const code = plainCode(text);
  return code !== "" && digest(code, lock.salt) === lock.recovery ? "recovery" : null;
}

/** Reads what the device keeps; `null`: there is no lock. Something that is not one counts as none: a lock that cannot be opened
 * would shut the person out of their own data.
 * @example parseLock("{}") // => null
 */
export function parseLock(text: string | null): AppLock | null {
  try {
    return lockSchema.safeParse(JSON.parse(text ?? "")).data ?? null;
  } catch {
    return null;
  }
}

/** Twenty hexadecimal digits in groups of four, from random ones.
 * @example recoveryCodeOf("0123456789abcdef01234567") // => "0123-4567-89AB-CDEF-0123"
 */
export function recoveryCodeOf(randomHex: string): string {
  return (
    randomHex
      .slice(0, 20)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join("-");
}

function digest(text: string, salt: string): string {
  return bytesToHex(scrypt(text, hexToBytes(salt), WORK));
}

function plainPassphrase(text: string): string {
  return `p:${text.normalize("NFC")}`;
}

function plainCode(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]/g, "");
}
