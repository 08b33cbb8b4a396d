import { useMemo, useState } from "react";
import { compareWorkspaces } from "../../../core/vault/compare-workspaces.ts";
import type { TableDifference } from "../../../core/vault/compare-workspaces.ts";
import { countForgotten } from "../../../core/vault/person/forgotten.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { restoreBackup } from "../../storage/backup.ts";
import { notify } from "../../storage/notice-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { Restorable } from "./backup-page.tsx";
import { countText, momentText } from "./vault-text.ts";

/** What a backup is and how it differs from what is here, before it takes its place. */
export function RestoreDrawer({ chosen, onClose }: { readonly chosen: Restorable | null; onClose(): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  if (!chosen) return null;
  const forgotten = countForgotten(settingsOf(workspace), chosen.file.workspace);
  const restore = async () => {
    setBusy(true);
    const outcome = await restoreBackup(chosen.file);
    setBusy(false);
    if (!outcome.ok) for (const { message } of outcome.error) notify({ tone: "failure", message });
    else notify({ tone: "done", message: { key: "vault.restore.done" } });
    if (outcome.ok) onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{words.text("base.cancel")}</Button>
      <Button kind="primary" onClick={() => void restore()} disabled={busy}>
        {words.text("vault.restore.do")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.restore.title")} onClose={onClose} footer={footer} width={520}>
      <BackupFacts chosen={chosen} />
      {forgotten > 0 && (
        <p className="tone-behind">▼ {words.text("vault.person.forgotten", { count: forgotten })}</p>
      )}
      {chosen.file.head.share && <p className="tone-behind">▼ {words.text("vault.share.partial")}</p>}
      <p className="vault-quiet">{words.text("vault.restore.kept-first")}</p>
    </Drawer>
  );
}

function BackupFacts({ chosen }: { readonly chosen: Restorable }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { head } = chosen.file;
  const atMs = Date.parse(head.at);
  const differences = useMemo(
    () =>
      // What differs stands first.
      compareWorkspaces(workspace, chosen.file.workspace).toSorted(
        (a, b) => Number(b.different > 0) - Number(a.different > 0),
      ),
    [workspace, chosen.file.workspace],
  );
  return (
    <>
      <dl className="vault-facts">
        <Fact name="file" value={chosen.name} />
        <Fact name="team" value={settingsOf(chosen.file.workspace).name} />
        <Fact name="at" value={Number.isNaN(atMs) ? head.at : momentText(words, atMs)} />
        <Fact name="app" value={head.app} />
        <Fact name="sequence" value={countText(words, head.sequence)} />
      </dl>
      {/* Nothing in the drawer's long part can be chosen, so it is scrolled from here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label={words.text("vault.restore.differences")} tabIndex={0}>
        <table className="vault-differences">
          <caption>{words.text("vault.restore.differences")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.text("vault.restore.table")}</th>
              <th scope="col">{words.text("vault.restore.now")}</th>
              <th scope="col">{words.text("vault.restore.then")}</th>
              <th scope="col">{words.text("vault.restore.change")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow key={difference.table} difference={difference} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const words = useWords();
  return (
    <div>
      <dt>{words.text(`vault.restore.${name}`)}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function DifferenceRow({ difference }: { readonly difference: TableDifference }) {
  const words = useWords();
  const { table, now, other, different } = difference;
  const count = countText(words, different);
  return (
    <tr>
      <th scope="row">{words.text(`vault.table.${table}`)}</th>
      <td>{countText(words, now)}</td>
      <td>{countText(words, other)}</td>
      <td className={different > 0 ? "tone-behind" : "vault-quiet"}>
        {different > 0
          ? words.text("vault.restore.records-differ", { count })
          : words.text("vault.restore.same")}
      </td>
    </tr>
  );
}
