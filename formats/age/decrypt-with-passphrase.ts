import { Decrypter, armor } from "age-encryption";
import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { isArmored, readAgeHeader } from "./age-header.ts";

/** A gigabyte of memory and some seconds; a file that asks for more was made to stop us. */
const HIGHEST_WORK_FACTOR = 20;

/** Opens an age file, in bytes or as text. Nothing comes out of a file that is not whole. Refusals say which of these it is:
 * not an age file, locked for a key, made by a later edition, asking for too much work, wrong passphrase, damaged. */
export async function decryptWithPassphrase(
  bytes: Uint8Array,
  passphrase: string,
  highestWorkFactor = HIGHEST_WORK_FACTOR,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const plain = isArmored(bytes) ? withoutArmor(bytes) : bytes;
  if (plain === null) return refuse("damaged");
  const header = readAgeHeader(plain);
  if (header.kind === "torn") return refuse("damaged");
  if (header.kind !== "passphrase") return refuse(header.kind);
  if (header.workFactor > highestWorkFactor) return refuse("too-much-work");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize("NFC"));
  try {
    return ok((await decrypter.decrypt(plain)) as Uint8Array<ArrayBuffer>);
  } catch (error) {
    return refuse(isWrongKey(error) ? "wrong-passphrase" : "damaged");
  }
}

/** The key that the passphrase gives does not unlock the file's own: the library says so in no other way. */
function isWrongKey(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("no identity matched");
}

function withoutArmor(bytes: Uint8Array): Uint8Array | null {
  try {
    return armor.decode(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function refuse(kind: string): Result<never> {
  return fail([{ message: message(`vault.age.${kind}`) }]);
}
