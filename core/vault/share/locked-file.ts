/** What an age file begins with, in bytes and as text for mail. */
const MARKS = ["age-encryption.org/", "-----BEGIN AGE ENCRYPTED FILE-----"] as const;

/** Whether a file must be opened with a passphrase first: age files are, whatever they hold.
 * @example isLockedFile(new TextEncoder().encode("age-encryption.org/v1")) // => true
 * @example isLockedFile(new Uint8Array()) // => false
 */
export function isLockedFile(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 512)).trimStart();
  return MARKS.some((mark) => start.startsWith(mark));
}
