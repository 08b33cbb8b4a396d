import { useEffect, useState } from "react";
import type { WorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { lastBackupStore, readBackup, readKeptState, saveBackup } from "../../storage/backup.ts";
import { notify } from "../../storage/notice-store.ts";
import { offeredFileStore, takeOfferedFile } from "../../storage/offered-file.ts";
import { currentSession } from "../../storage/session.ts";
import { readStorageHealth } from "../../storage/storage-health.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HealthSection } from "./health-section.tsx";
import { KeptSection } from "./kept-section.tsx";
import { RestoreDrawer } from "./restore-drawer.tsx";
import { momentText } from "./vault-text.ts";

/** What the restore drawer is about to put in the workspace's place. */
export interface Restorable {
  readonly name: string;
  readonly file: WorkspaceFile;
}

/** Backups: save, restore, what was kept before a restore, and how the stored data is. */
export function BackupPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [chosen, setChosen] = useState<Restorable | null>(null);
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let isHere = true;
    void readStorageHealth().then((found) => isHere && setHealth(found));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  const alone = (task: () => Promise<void>) => async () => {
    setBusy(true);
    await task().catch(() => notify({ tone: "failure", message: { key: "vault.backup.failed" } }));
    setBusy(false);
  };
  const save = alone(async () => {
    const saved = await saveBackup(words.text("vault.backup.kind"));
    if (!saved.ok) for (const { message } of saved.error) notify({ tone: "failure", message });
    else if (saved.value) {
      notify({ tone: "done", message: { key: "vault.backup.saved", params: { name: saved.value.name } } });
    }
  });
  const open = alone(async () => {
    const kind = { label: words.text("vault.backup.kind"), extensions: ["jiugong", "json"] };
    const file = await currentPlatform().openFile(kind);
    if (file) show(file.name, await readBackup(file));
  });
  const openKept = (number: number) =>
    alone(async () => show(words.text("vault.kept.name", { number }), await readKeptState(number)))();
  const show = (name: string, read: Awaited<ReturnType<typeof readBackup>>) => {
    if (read.ok) setChosen({ name, file: read.value });
    else for (const { message } of read.error) notify({ tone: "failure", message });
  };
  const offered = offeredFileStore(({ file }) => file);
  useEffect(() => {
    const file = offered && takeOfferedFile();
    if (file) void alone(async () => show(file.name, await readBackup(file)))();
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
      <div className="vault-columns">
        <div className="vault-column">
          <LastBackup />
          <KeptSection kept={health?.kept ?? []} onOpen={openKept} />
        </div>
        <HealthSection health={health} />
      </div>
      <RestoreDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}

/** How old the last backup is, and what has changed since. */
function LastBackup() {
  const words = useWords();
  const last = lastBackupStore((state) => state.last);
  const since = last ? currentSession().sequence - last.sequence : 0;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.last.title")}</h2>
      {last ? (
        <>
          <p className="vault-figure">{momentText(words, last.atMs)}</p>
          <p className={since > 0 ? "tone-behind" : "tone-ahead"}>
            {since > 0
              ? `▼ ${words.text("vault.last.since", { count: since })}`
              : `✓ ${words.text("vault.last.fresh")}`}
          </p>
        </>
      ) : (
        <>
          <p className="vault-figure">{words.text("vault.last.none")}</p>
          <p className="tone-behind">▼ {words.text("vault.last.why")}</p>
        </>
      )}
    </section>
  );
}
