import { Encrypter } from "age-encryption";

/** What age itself takes: about a second of work for each guess. */
const WORK_FACTOR = 18;

/** Locks bytes with a passphrase as an age file, which any age tool opens. Of equal bytes no two files are alike. The work
 * factor is the exponent of scrypt's N. */
export async function encryptWithPassphrase(
  bytes: Uint8Array,
  passphrase: string,
  workFactor = WORK_FACTOR,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize("NFC"));
  encrypter.setScryptWorkFactor(workFactor);
  return (await encrypter.encrypt(bytes)) as Uint8Array<ArrayBuffer>;
}
