import type { vaultShare as zh } from "../zh-cn/vault-share.ts";
import type { WordsLike } from "../dictionary.ts";

/** Share files and one person's data. */
export const vaultShare = {
  "vault.age.foreign": "The file is not encrypted with age. Choose another file.",
  "vault.age.key":
    "The file is encrypted for a key, not with a passphrase. Decrypt it with the tool it was made with, then open it here.",
  "vault.age.newer":
    "The file was encrypted by a newer edition of age. Update Jiugong, or decrypt it with that tool first.",
  "vault.age.too-much-work":
    "The file asks for more work than any honest one needs to check a passphrase. It was not opened.",
  "vault.age.wrong-passphrase":
    "The passphrase does not open this file. Mind capital letters, spaces and the input method. If you are sure of it, the first lines of the file are damaged: ask for it again.",
  "vault.age.damaged": "The encrypted file is damaged or incomplete. Nothing was opened. Ask for it again.",
} satisfies WordsLike<typeof zh>;
