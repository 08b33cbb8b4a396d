import { useState } from "react";
import { message } from "../../../../core/base/message.ts";
import type { Result } from "../../../../core/base/result.ts";
import type { Side } from "../../../../core/vault/merge/join-record.ts";
import { bringsSealed } from "../../../../core/vault/merge/brings-sealed.ts";
import { isEmptyPlan } from "../../../../core/vault/merge/plan-merge.ts";
import { isLockedFile } from "../../../../core/vault/share/locked-file.ts";
import { currentPlatform } from "../../../platform/current-platform.ts";
import { goTo, placeHref } from "../../../platform/place.ts";
import type { PickedFile } from "../../../platform/platform.ts";
import { finishMerge, openMerge, planAgain } from "../../../storage/merge.ts";
import type { OpenMerge } from "../../../storage/merge.ts";
import { notify } from "../../../storage/notice-store.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import type { PageTab } from "../../../ui/page.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { UnlockForm } from "../share/unlock-form.tsx";
import { ConflictTable } from "./conflict-table.tsx";
import { DoubledList } from "./doubled-list.tsx";
import { MergeCounts } from "./merge-counts.tsx";
import { RefusedList } from "./refused-list.tsx";
import "./merge.css";

/** Merging another copy into this one: a file, what will change, the conflicts side by side, then one commit. */
export function MergePage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [merge, setMerge] = useState<OpenMerge | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [locked, setLocked] = useState<PickedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const isStale = merge !== null && merge.mine !== workspace;

  const alone = async (task: () => Promise<void>) => {
    setBusy(true);
    await task().catch(() => notify({ tone: "failure", message: message("vault.merge.failed") }));
    setBusy(false);
  };
  const show = (opened: Result<OpenMerge>) => {
    if (!opened.ok)
      return opened.error.forEach(({ message: what }) => notify({ tone: "failure", message: what }));
    setMerge(opened.value);
    setChoices(new Map());
  };
  const read = (file: PickedFile) => alone(async () => show(await openMerge(file)));
  const open = async () => {
    const kind = { label: words.text("vault.backup.kind"), extensions: ["jiugong", "age", "json"] };
    const file = await currentPlatform().openFile(kind);
    if (!file) return;
    if (isLockedFile(await file.bytes())) setLocked(file);
    else await read(file);
  };
  const unlocked = (file: PickedFile) => {
    setLocked(null);
    void read(file);
  };
  const finish = () =>
    alone(async () => {
      if (!merge) return;
      const done = await finishMerge(message("vault.merge.label", { file: merge.name }), merge, choices);
      if (!done.ok)
        return done.error.forEach(({ message: what }) => notify({ tone: "failure", message: what }));
      notify(doneNotice(merge));
      setMerge(null);
    });

  const tools = merge ? (
    <>
      <Button
        kind="primary"
        onClick={() => void (isStale ? alone(async () => show(await planAgain(merge))) : finish())}
        disabled={busy || (!isStale && isEmptyPlan(merge.plan))}
      >
        {words.text(isStale ? "vault.merge.again" : "vault.merge.do")}
      </Button>
      <Button onClick={() => void open()} disabled={busy}>
        {words.text("vault.merge.other")}
      </Button>
      <Button onClick={() => setMerge(null)} disabled={busy}>
        {words.text("base.cancel")}
      </Button>
    </>
  ) : undefined;
  return (
    <Page tabs={tabs} activeTab="merge" tools={tools} hint={words.text("vault.merge.hint")}>
      {locked ? (
        <UnlockForm file={locked} onOpened={unlocked} onCancel={() => setLocked(null)} />
      ) : merge ? (
        <div className="merge-body">
          <MergeCounts merge={merge} isStale={isStale} />
          <ConflictTable merge={merge} choices={choices} onChoose={setChoices} />
          <DoubledList merge={merge} />
          <RefusedList merge={merge} />
        </div>
      ) : (
        <EmptyState
          title={words.text("vault.merge.title")}
          text={words.text("vault.merge.text")}
          actions={[{ label: words.text("vault.merge.open"), onClick: () => void open() }]}
        />
      )}
    </Page>
  );
}

/** How it is taken back: by undo, or where that stops by the state that was kept before, which is a step away. */
function doneNotice({ name, plan }: OpenMerge): Parameters<typeof notify>[0] {
  const isSealed = bringsSealed(plan);
  const done = message(isSealed ? "vault.merge.done-sealed" : "vault.merge.done", { file: name });
  if (!isSealed) return { tone: "done", message: done };
  const run = () => goTo(placeHref("vault", "backup"));
  return { tone: "done", message: done, action: { label: message("vault.merge.to-kept"), run } };
}
