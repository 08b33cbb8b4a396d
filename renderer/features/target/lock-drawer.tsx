import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { lockTargets, unlockTargets } from "../../../core/target/target-lock.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { allWritten } from "../../storage/write-queue.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ReasonField } from "./reason-field.tsx";
import type { TargetTable } from "./use-target-table.ts";

export interface LockDrawerProps {
  readonly table: TargetTable;
  readonly act: "lock" | "unlock";
  onClose(): void;
}

/** Locks the targets of the KPI and year with a remark, or opens them with a reason: neither can be undone, so it is asked. */
export function LockDrawer({ table, act, onClose }: LockDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const [text, setText] = useState("");
  const { kpiId, year } = table.tree.scope;
  const params = { year: String(year), kpi: words.name(table.kpi.name) };
  const isMissing = act === "unlock" && text.trim() === "";
  const run = async () => {
    if (isMissing) return;
    await allWritten();
    const scope = { kpiId, year, on: today };
    const done = await runCommand(message(`target.command.${act}`, params), ({ rows }) =>
      act === "lock"
        ? lockTargets(rows, { ...scope, note: text })
        : unlockTargets(rows, { ...scope, reason: text }),
    );
    if (done.ok) onClose();
  };
  const kind = act === "lock" && table.lock ? "again" : act;
  return (
    <Drawer
      open
      onClose={onClose}
      title={words.text(`target.lock.title.${kind}`, params)}
      footer={
        <>
          <Button kind="chip" onClick={onClose}>
            {words.text("base.cancel")}
          </Button>
          <Button kind="primary" disabled={isMissing} onClick={() => void run()}>
            {words.text(`target.lock.do.${act}`)}
          </Button>
        </>
      }
    >
      <form
        className="target-reason"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{words.text(`target.lock.text.${kind}`)}</p>
        {kind === "lock" && <OpenSums table={table} />}
        {kind !== "again" && (
          <ReasonField
            label={words.text(`target.lock.field.${act}`)}
            hint={words.text(`target.lock.hint.${act}`)}
            value={text}
            onType={setText}
          />
        )}
      </form>
    </Drawer>
  );
}

/** What does not add up yet can be locked, but is better mended before. */
function OpenSums({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  const count = table.findings.filter((finding) => !finding.accepted).length;
  return count === 0 ? null : (
    <p className="target-replaces">{words.text("target.lock.open-sums", { count })}</p>
  );
}
