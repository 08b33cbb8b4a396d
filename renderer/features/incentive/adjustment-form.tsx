import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import { addAdjustment } from "../../../core/incentive/plan/edit-plan.ts";
import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import type { PayAdjustment } from "../../../core/incentive/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { readAmount } from "./read-amount.ts";

type Kind = PayAdjustment["kind"];
const KINDS: readonly Kind[] = ["correction", "bonus", "team-building", "travel", "other"];

interface Draft {
  readonly kind: Kind;
  readonly amount: string;
  readonly reason: string;
}

const EMPTY: Draft = { kind: "correction", amount: "", reason: "" };

/** A line of the manager's own, with its reason: a correction of what is approved goes here too. */
export function AdjustmentForm({ row }: { readonly row: PayListRow }) {
  const words = useWords();
  const { today } = useView();
  const [draft, setDraft] = useState(EMPTY);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const add = async () => {
    const amount = readAmount(draft.amount, words.currency);
    if (!amount.ok) {
      setProblems({ amount: words.say(amount.error) });
      return;
    }
    const seen = currentWorkspace();
    const command = addAdjustment(seen.rows, {
      id: currentPlatform().newId(),
      memberId: row.member.id,
      periodId: row.statement.period.id,
      kind: draft.kind,
      amount: money(amount.value),
      reason: draft.reason,
      on: today,
    });
    if (!command.ok) {
      setProblems(Object.fromEntries(command.error.map((one) => [one.field ?? "", words.say(one.message)])));
      return;
    }
    setProblems({});
    const label = message("incentive.record.adjust", { name: row.member.name, reason: draft.reason.trim() });
    const outcome = await runCommand(label, { command, seen });
    if (outcome.ok) setDraft(EMPTY);
  };
  return (
    <form
      className="adjustment-form"
      aria-label={words.text("incentive.adjust.title")}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{words.text("incentive.adjust.title")}</h3>
      <div className="adjustment-fields">
        <SelectField<Kind>
          label={words.text("incentive.adjust.kind")}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: words.text(`incentive.adjust.kind.${value}`) }))}
          onCommit={(kind) => {
            set({ kind });
            return null;
          }}
        />
        <TextField
          label={words.text("incentive.adjust.amount")}
          value={draft.amount}
          problem={problems["amount"]}
          onType={(amount) => set({ amount })}
          onCommit={() => null}
        />
        <TextField
          label={words.text("incentive.adjust.reason")}
          value={draft.reason}
          problem={problems["reason"] ?? problems[""]}
          onType={(reason) => set({ reason })}
          onCommit={() => null}
        />
        <Button kind="chip" onClick={() => void add()}>
          {words.text("incentive.adjust.add")}
        </Button>
      </div>
    </form>
  );
}
