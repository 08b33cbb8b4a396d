import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { creditShares } from "../../../core/customer/assign-owner.ts";
import type { TypedShare } from "../../../core/customer/assign-owner.ts";
import type { TypedRecord, TypedTable } from "../../../core/customer/typed-fields.ts";
import { creditsOf, ownerIndex } from "../../../core/customer/owner.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { labelOf, recordName } from "./book-commands.ts";

/** Whom a deal or order counts for, by shares: an empty share takes the member out, what is left is unassigned. */
export function CreditShares({
  table,
  record,
}: {
  readonly table: TypedTable;
  readonly record: TypedRecord;
}) {
  const words = useWords();
  const workspace = useWorkspace();
  const members = rowsOf(workspace, "members");
  const { shares, unassigned } = creditsOf(record, ownerIndex(members));
  const others = members.filter((member) => !shares.some((share) => share.memberId === member.id));
  const [chosen, choose] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const write = (next: readonly TypedShare[]) => {
    const label = labelOf("edit", table, recordName(record));
    const kept = next.filter((share) => share.percent.trim() !== "");
    return runFromField(words, label, (now) => creditShares(now, { table, id: record.id, shares: kept }));
  };
  if (members.length < 2) return null;
  const typed = shares.map(({ memberId, share }) => ({ memberId, percent: percentText(share) }));
  const joinedId = (others.some((member) => member.id === chosen) ? chosen : others[0]?.id) as
    MemberId | undefined;
  const join = async () => {
    if (joinedId === undefined) return;
    // One owner alone shares evenly with the second; later ones take what is left.
    const isAlone = typed.length === 1 && unassigned === 0;
    const before = isAlone ? typed.map((share) => ({ ...share, percent: "50" })) : typed;
    const percent = isAlone ? "50" : percentText(unassigned);
    setProblem(await write([...before, { memberId: joinedId, percent }]));
  };
  return (
    <section className="credit-shares">
      <h3>{words.text("customer.credit.title")}</h3>
      <div className="record-fields">
        {typed.map((share) => (
          <TextField
            key={share.memberId}
            label={workspace.rows.members.get(share.memberId)?.name ?? ""}
            value={share.percent}
            onCommit={(percent) =>
              write(typed.map((one) => (one.memberId === share.memberId ? { ...one, percent } : one)))
            }
          />
        ))}
      </div>
      {unassigned > 0 && (
        <p className="quiet">
          {words.text("customer.credit.rest", { rest: { unit: "percent", value: unassigned / 1_000_000 } })}
        </p>
      )}
      {others.length > 0 && (
        <div className="credit-join">
          <Choice
            quiet
            label={words.text("customer.field.owner")}
            value={joinedId as string}
            options={others.map((member) => ({ value: member.id as string, label: member.name }))}
            onChange={choose}
          />
          <Button onClick={() => void join()}>{words.text("customer.credit.join")}</Button>
        </div>
      )}
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function percentText(share: number): string {
  return `${share / 10_000}%`;
}
