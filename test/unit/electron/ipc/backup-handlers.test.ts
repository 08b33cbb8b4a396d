import { expect, test } from "vitest";
import type { BackupListing, BackupProblem } from "../../../../core/bridge/backup-contract.ts";
import type { Result } from "../../../../core/base/result.ts";
import type { BackupKeeper } from "../../../../electron/backup/backup-keeper.ts";
import type { PassphraseStore } from "../../../../electron/backup/passphrase-store.ts";
import { createBackupHandlers } from "../../../../electron/ipc/backup-handlers.ts";

const GOOD: BackupListing = {
  name: "a.jiugong",
  bytes: 1,
  atMs: 1,
  isEncrypted: false,
  isVerified: false,
  tiers: [],
  head: { sequence: 1, total: 1, app: "0.1.0" },
};

function handlers(listed: Result<readonly BackupListing[], BackupProblem>, folder: string | null = "/usb") {
  const keeper = { state: () => ({ folder }), place: () => ({ folder: "/usb", made: [] }) };
  return createBackupHandlers({
    keeper: keeper as unknown as BackupKeeper,
    reader: {
      list: async () => listed,
      open: async ({ folder, name, passphrase }) => {
        throw new Error([folder, name, passphrase].join(" "));
      },
    },
    passphrases: { read: () => "kept" } as PassphraseStore,
  });
}

test("a row that cannot be sent hides no other", async () => {
  const strange = { ...GOOD, name: "b.jiugong", head: { ...GOOD.head!, total: -1 } };
  expect(await handlers({ ok: true, value: [strange, GOOD] }).listBackups(null)).toEqual({
    ok: true,
    value: [GOOD],
  });
});

test.each<[string | null, object]>([
  [null, { ok: true, value: [] }],
  ["/usb", { ok: false, error: "gone" }],
])("of a folder that is not there, chosen %s, is answered %o", async (folder, answer) => {
  expect(await handlers({ ok: false, error: "gone" }, folder).listBackups(null)).toEqual(answer);
});

test.each(["../a.jiugong", "a\\b.jiugong", "C:a.jiugong", "notes.txt", ".a.jiugong"])(
  "the name %s is refused before anything is read",
  async (name) => {
    const answer = await handlers({ ok: true, value: [] }).openBackup({ name, passphrase: null });
    expect(answer).toEqual({ ok: false, error: "refused" });
  },
);

test("a backup is opened in the folder with the passphrase that is kept, unless another is given", async () => {
  const { openBackup } = handlers({ ok: true, value: [] });
  const opening = (passphrase: string | null) => openBackup({ name: "a.jiugong.age", passphrase });
  await expect(opening(null)).rejects.toThrow("/usb a.jiugong.age kept");
  await expect(opening("given")).rejects.toThrow("/usb a.jiugong.age given");
});
