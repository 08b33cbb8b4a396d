import { useState } from "react";
import { removeRecords } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { leadingFindings } from "../../../core/target/reconcile.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import type { Words } from "../../../core/words/words.ts";
import { setView } from "../../storage/view-store.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { findingText } from "./finding-text.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { sumRepairs } from "./sum-repairs.ts";
import type { SumRepair } from "./sum-repairs.ts";
import type { TargetTable } from "./use-target-table.ts";

/** How many findings stand above the table before they are folded. */
const SHOWN = 3;

export interface TargetFindingsProps {
  readonly table: TargetTable;
  readonly sums: TargetTable["findings"];
  readonly strays: TargetTable["strays"];
}

/** The sums that do not hold, in the columns that are shown, each with its repairs; the rest of the year in one line. */
export function TargetFindings({ table, sums, strays }: TargetFindingsProps) {
  const words = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const [moreFor, setMoreFor] = useState<string | null>(null);
  const open = sums.filter((finding) => !finding.accepted);
  const here = leadingFindings(open.filter((finding) => table.shownPeriods.includes(finding.period)));
  const elsewhere = leadingFindings(open).filter(
    (finding) => !table.shownPeriods.includes(finding.period) && !covers(table, finding),
  );
  const shown = unfolded ? here : here.slice(0, SHOWN);
  return (
    <div
      className="target-findings"
      role="region"
      aria-live="polite"
      aria-label={words.text("target.command.spread")}
    >
      {shown.map((finding) => (
        <FindingLine
          key={finding.key}
          tone={finding.difference < 0 ? "at-risk" : "behind"}
          text={findingText(table, finding, words)}
          actions={repairs(table, finding, {
            words,
            isOpen: moreFor === finding.key,
            openMore: () => setMoreFor(finding.key),
          })}
        />
      ))}
      {here.length > SHOWN && (
        <FindingLine
          tone="muted"
          text=""
          actions={[foldAction(words, here.length - SHOWN, { unfolded, set: setUnfolded })]}
        />
      )}
      {elsewhere.length > 0 && table.at !== 0 && (
        <FindingLine
          tone="muted"
          text={words.text("target.finding.year", { count: elsewhere.length })}
          actions={[
            {
              label: words.text("target.finding.to-year"),
              onClick: () => setView({ periodId: table.tree.periods[0]!.id }),
            },
          ]}
        />
      )}
      <StrayLines table={table} strays={strays} words={words} />
    </div>
  );
}

/** A finding of the whole year of a row whose quarter or month is already said here has the same cause. */
function covers(table: TargetTable, finding: SumFinding): boolean {
  return table.findings.some(
    (other) =>
      !other.accepted &&
      table.shownPeriods.includes(other.period) &&
      other.row === finding.row &&
      other.direction === finding.direction &&
      other.difference === finding.difference,
  );
}

function foldAction(
  words: Words,
  count: number,
  { unfolded, set }: { readonly unfolded: boolean; set(unfolded: boolean): void },
): SumRepair {
  return {
    label: unfolded ? words.text("target.finding.fewer") : words.text("target.finding.more", { count }),
    onClick: () => set(!unfolded),
  };
}

/** Short at first; what else can be done is unfolded beside it. */
function repairs(
  table: TargetTable,
  finding: SumFinding,
  more: { readonly words: Words; readonly isOpen: boolean; openMore(): void },
): readonly SumRepair[] {
  const { first, more: others, whole } = sumRepairs(table, finding, more.words);
  const unfold = { label: more.words.text("target.repair.more"), onClick: more.openMore };
  return [...first, ...(more.isOpen ? others : [unfold]), ...whole];
}

function StrayLines(props: {
  readonly table: TargetTable;
  readonly strays: TargetTable["strays"];
  readonly words: Words;
}) {
  const { table, strays, words } = props;
  return strays.slice(0, SHOWN).map((stray) => (
    <FindingLine
      key={stray.id}
      tone="behind"
      text={words.text("target.finding.stray", {
        member: table.workspace.rows.members.get(stray.subject.split(":")[1] ?? "")?.name ?? stray.subject,
        period: words.period(stray.periodId),
      })}
      actions={[
        {
          label: words.text("target.repair.stray"),
          onClick: () =>
            void runTargetCommand(message("target.command.clear"), () =>
              ok([removeRecords("targets", [stray.id])]),
            ),
        },
      ]}
    />
  ));
}
