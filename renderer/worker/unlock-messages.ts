/** A file to be opened with a passphrase. */
export interface UnlockRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
}
