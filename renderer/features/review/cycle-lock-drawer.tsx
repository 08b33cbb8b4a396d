import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { levelsOf } from "../../../core/kpi/levels.ts";
import { cycleView } from "../../../core/review/cycle-view.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { lockCycle, reopenCycle } from "../../../core/review/review-cycle.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { cycleRows } from "./cycle-columns.tsx";
import type { ReviewData } from "./use-review.ts";

export interface CycleLockDrawerProps {
  readonly data: ReviewData;
  readonly view: CycleView;
  readonly act: "lock" | "reopen";
  onClose(): void;
}

/** Locks a cycle, or opens it again with a reason: neither can be undone, so it is asked. */
export function CycleLockDrawer({ data, view, act, onClose }: CycleLockDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const [reason, setReason] = useState("");
  const isEmpty = act === "reopen" && reason.trim() === "";
  const params = { period: { period: view.cycle.id } };
  const { rows } = data.workspace;
  const lacking = cycleRows(data, view).filter(({ member }) =>
    member.lines.some((line) => line.score === null),
  ).length;
  const run = () => {
    if (isEmpty) return;
    const of = { cycleId: view.cycle.id, on: today };
    const command =
      act === "reopen"
        ? reopenCycle(rows, { ...of, reason })
        : lockCycle(rows, {
            ...of,
            members: cycleView(data.sources, data.period)!.members,
            levels: levelsOf(settingsOf(data.workspace)),
          });
    void runCommand(message(`review.command.${act}`, params), {
      command,
      seen: data.workspace,
    }).then((done) => done.ok && onClose());
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={words.text(`review.lock.title.${act}`, params)}
      footer={
        <>
          <Button onClick={onClose}>{words.text("base.cancel")}</Button>
          <Button kind="primary" disabled={isEmpty} onClick={run}>
            {words.text(`review.lock.do.${act}`)}
          </Button>
        </>
      }
    >
      <form
        className="review-part"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <p>{words.text(`review.lock.text.${act}`)}</p>
        {act === "lock" && lacking > 0 && (
          <p className="tone-behind">▼ {words.text("review.lock.lacking", { count: lacking })}</p>
        )}
        {act === "reopen" && (
          <TextField
            label={words.text("review.lock.reason")}
            value={reason}
            autoFocus
            onType={setReason}
            onCommit={(text) => {
              setReason(text);
              return null;
            }}
          />
        )}
      </form>
    </Drawer>
  );
}
