import { useEffect, useMemo, useState } from "react";
import { message } from "../../../../core/base/message.ts";
import type { Message } from "../../../../core/base/message.ts";
import { period as periodNamed } from "../../../../core/base/period.ts";
import { failureMessage } from "../../../../core/bridge/failure.ts";
import { isLockedFile } from "../../../../core/vault/share/locked-file.ts";
import type { ShareCount } from "../../../../core/vault/share/select-share.ts";
import type { ShareScope } from "../../../../core/vault/share/share-scope.ts";
import { settingsOf } from "../../../../core/vault/workspace.ts";
import type { PickedFile } from "../../../platform/platform.ts";
import { currentPlatform } from "../../../platform/current-platform.ts";
import { readBackup } from "../../../storage/backup.ts";
import { notify } from "../../../storage/notice-store.ts";
import { createShare, selectSlowly, shareName } from "../../../storage/share.ts";
import { useView } from "../../../storage/view-store.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { Drawer } from "../../../ui/drawer.tsx";
import { Page } from "../../../ui/page.tsx";
import type { PageTab } from "../../../ui/page.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { lockBytes } from "../../../worker/age-client.ts";
import type { Restorable } from "../backup-page.tsx";
import { RestoreDrawer } from "../restore-drawer.tsx";
import { FIRST_LOCK, LockFields, isLockReady } from "./lock-fields.tsx";
import { ShareChoice } from "./share-choice.tsx";
import { ShareCounts } from "./share-counts.tsx";
import { FIRST_DRAFT, maskWords, scopeOf } from "./share-draft.ts";
import { UnlockForm } from "./unlock-form.tsx";
import "./share.css";

/** A chosen part of the workspace as a file for others, and files that others have sent. */
export function SharePage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const [lock, setLock] = useState(FIRST_LOCK);
  const [busy, setBusy] = useState(false);
  const { scope, period } = useScope(draft);
  const counts = useCounts(scope);
  const isEmpty = draft.who === "some" && scope.members.length === 0;
  const save = async () => {
    setBusy(true);
    await saveShare().catch(() => notify({ tone: "failure", message: message("vault.backup.failed") }));
    setBusy(false);
  };
  const saveShare = async () => {
    const plain = await createShare({ ...scope, id: currentPlatform().newId() }, maskWords(words));
    const made = lock.isLocked ? await lockBytes(plain, lock.first) : { ok: true as const, value: plain };
    if (!made.ok) return tell(made.error);
    const said = shareName(words.text("vault.share.file"), scope.masked);
    const name = `${said}.jiugong${lock.isLocked ? ".age" : ""}`;
    const kind = { label: words.text("vault.share.kind"), extensions: [lock.isLocked ? "age" : "jiugong"] };
    const saved = await currentPlatform().saveFile(name, made.value, kind);
    if (!saved.ok) return tell([{ message: failureMessage(saved.error) }]);
    if (!saved.value) return;
    setLock({ ...FIRST_LOCK, isLocked: lock.isLocked });
    notify({ tone: "done", message: message("vault.share.saved", { name: saved.value.name }) });
  };
  const tools = (
    <>
      <Button
        kind="primary"
        onClick={() => void save()}
        disabled={busy || isEmpty || !isLockReady(lock)}
        title={words.text(isEmpty ? "vault.share.nobody" : "vault.share.save-hint")}
      >
        {words.text(busy ? "vault.share.saving" : "vault.share.save")}
      </Button>
      <OpenShare />
    </>
  );
  return (
    <Page tabs={tabs} activeTab="share" tools={tools} hint={words.text("vault.share.hint")}>
      <div className="vault-columns">
        <ShareChoice
          draft={draft}
          period={period}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        />
        <div className="vault-column">
          <LockFields lock={lock} onChange={setLock} />
          <ShareCounts counts={counts} scope={scope} />
        </div>
      </div>
    </Page>
  );
}

/** A file that somebody sent: opened, with its passphrase where it has one, and looked at before it takes any place. */
function OpenShare() {
  const words = useWords();
  const [locked, setLocked] = useState<PickedFile | null>(null);
  const [chosen, setChosen] = useState<Restorable | null>(null);
  const pick = async () => {
    const kind = { label: words.text("vault.share.kind"), extensions: ["age", "jiugong", "json"] };
    const file = await currentPlatform().openFile(kind);
    if (!file) return;
    if (isLockedFile(await file.bytes())) setLocked(file);
    else await read(file);
  };
  const read = async (file: PickedFile) => {
    setLocked(null);
    const found = await readBackup(file);
    if (found.ok) setChosen({ name: file.name, file: found.value });
    else tell(found.error);
  };
  return (
    <>
      <Button onClick={() => void pick()}>{words.text("vault.share.open")}</Button>
      {locked && (
        <Drawer open title={words.text("vault.share.open")} onClose={() => setLocked(null)}>
          <UnlockForm file={locked} onOpened={(file) => void read(file)} onCancel={() => setLocked(null)} />
        </Drawer>
      )}
      <RestoreDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

function useScope(draft: typeof FIRST_DRAFT) {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  return useMemo(() => {
    const period = periodNamed(periodId, settingsOf(workspace).fiscalStart);
    return { period, scope: scopeOf(draft, { workspace, period, today, id: "preview" }) };
  }, [draft, workspace, periodId, today]);
}

/** `null` while they are being counted; an older count never takes the place of a newer one. */
function useCounts(scope: ShareScope): readonly ShareCount[] | null {
  const words = useWords();
  const workspace = useWorkspace();
  const [counted, setCounted] = useState<{ scope: ShareScope; counts: readonly ShareCount[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void selectSlowly(workspace, scope, maskWords(words)).then(
        ({ counts }) => isWanted && setCounted({ scope, counts }),
      );
    }, 150);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workspace, scope, words]);
  return counted?.scope === scope ? counted.counts : null;
}

function tell(problems: readonly { readonly message: Message }[]): void {
  for (const { message: said } of problems) notify({ tone: "failure", message: said });
}
