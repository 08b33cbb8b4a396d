import { useEffect, useState } from "react";
import type { Result } from "../../../core/base/result.ts";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { openListed } from "../../storage/auto-backups.ts";
import { readKeptState, saveBackup } from "../../storage/backup.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { notify } from "../../storage/notice-store.ts";
import { offeredFileStore, takeOfferedFile } from "../../storage/offered-file.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { isLockedFile } from "../../../core/vault/share/locked-file.ts";
import { openBytes } from "../../worker/age-client.ts";
import { BackupAuto } from "./backup-auto.tsx";
import { BackupList } from "./backup-list.tsx";
import { KeptSection } from "./kept-section.tsx";
import { RestoreDrawer } from "./restore-drawer.tsx";
import { UnlockDrawer } from "./restore-unlock.tsx";
import type { LockedFile } from "./restore-unlock.tsx";

/** What the restore drawer is about to put in the workspace's place. */
export interface Restorable {
  readonly name: string;
  readonly file: WorkspaceFile;
}

/** Backups: by hand and by themselves, the list, and restore; what was kept before one. */
export function BackupPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const [chosen, setChosen] = useState<Restorable | null>(null);
  const [locked, setLocked] = useState<LockedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const alone = (task: () => Promise<void>) => async () => {
    setBusy(true);
    await task().catch(() => notify({ tone: "failure", message: { key: "vault.backup.failed" } }));
    setBusy(false);
  };
  const show = (name: string, read: Result<WorkspaceFile>) => {
    if (read.ok) setChosen({ name, file: read.value });
    else tellProblems(read);
  };
  /** What needs a passphrase is asked for it first. */
  const showBytes = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    if (!isLockedFile(bytes)) return show(name, readWorkspaceFile(bytes));
    setLocked({ name, open: (passphrase) => openBytes(bytes, passphrase) });
  };
  const showListed = (name: string) =>
    alone(async () => {
      const opened = await openListed(name, null);
      if (opened === "ask") setLocked({ name, open: (passphrase) => openAgain(name, passphrase) });
      else if (opened.ok) showBytes(name, opened.value);
      else tellProblems(opened);
    })();
  const save = alone(async () => {
    const saved = await saveBackup(words.text("vault.backup.kind"));
    if (!saved.ok) tellProblems(saved);
    else if (saved.value) {
      notify({ tone: "done", message: { key: "vault.backup.saved", params: { name: saved.value.name } } });
    }
  });
  const open = alone(async () => {
    const kind = { label: words.text("vault.backup.kind"), extensions: ["jiugong", "json", "age"] };
    const file = await currentPlatform().openFile(kind);
    if (file) showBytes(file.name, await file.bytes());
  });
  const showKept = (number: number) =>
    alone(async () => show(words.text("vault.kept.name", { number }), await readKeptState(number)))();
  const showAside = (state: RescueState) =>
    alone(async () => {
      const read = await state.bytes();
      if (read.ok) showBytes(words.text("vault.rescue.aside"), read.value);
      else notify({ tone: "failure", message: read.error });
    })();
  const offered = offeredFileStore(({ file }) => file);
  useEffect(() => {
    const file = offered && takeOfferedFile();
    if (file) void alone(async () => showBytes(file.name, await file.bytes()))();
    // Only another file is a reason to open one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [offered]);
  const tools = (
    <>
      <Button kind="primary" onClick={() => void save()} disabled={busy}>
        {words.text("vault.backup.save")}
      </Button>
      <Button onClick={() => void open()} disabled={busy}>
        {words.text("vault.backup.restore")}
      </Button>
    </>
  );
  return (
    <Page tabs={tabs} activeTab="backup" tools={tools} hint={words.text("vault.backup.hint")}>
      <div className="backup-columns">
        <div className="vault-column">
          <BackupAuto />
          <KeptSection onOpen={showKept} onOpenAside={showAside} />
        </div>
        <BackupList onOpen={(name) => void showListed(name)} busy={busy} />
      </div>
      <UnlockDrawer
        locked={locked}
        onClose={() => setLocked(null)}
        onOpen={(name, bytes) => {
          setLocked(null);
          show(name, readWorkspaceFile(bytes));
        }}
      />
      <RestoreDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}

function tellProblems(read: Exclude<Result<unknown>, { readonly ok: true }>): void {
  for (const { message } of read.error) notify({ tone: "failure", message });
}

/** A passphrase was given, so it is not asked for again but told that it is wrong. */
async function openAgain(name: string, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const opened = await openListed(name, passphrase);
  return opened === "ask"
    ? { ok: false, error: [{ message: { key: "vault.age.wrong-passphrase" } }] }
    : opened;
}
