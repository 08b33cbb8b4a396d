import { useState } from "react";
import { removeRecords } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { leadingFindings } from "../../../core/target/reconcile.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import { leaveDifference, matchWholeToParts, spreadRest } from "../../../core/target/spread-rest.ts";
import type { SpreadBy } from "../../../core/target/spread-rest.ts";
import type { Words } from "../../../core/words/words.ts";
import { setView } from "../../storage/view-store.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { findingText } from "./finding-text.ts";
import { openAssistant } from "./open-assistant.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { exactNumber } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

/** How many findings stand above the table before they are folded. */
const SHOWN = 3;

interface Action {
  readonly label: string;
  onClick(): void;
}

/** The sums that do not hold, in the columns that are shown, each with its repairs; the rest of the year in one line. */
export function TargetFindings({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const [moreFor, setMoreFor] = useState<string | null>(null);
  const open = table.findings.filter((finding) => !finding.accepted);
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
      <StrayLines table={table} words={words} />
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
): Action {
  return {
    label: unfolded ? words.text("target.finding.fewer") : words.text("target.finding.more", { count }),
    onClick: () => set(!unfolded),
  };
}

function repairs(
  table: TargetTable,
  finding: SumFinding,
  more: { readonly words: Words; readonly isOpen: boolean; openMore(): void },
): readonly Action[] {
  const { words } = more;
  const spread = (by: SpreadBy, label: string): Action => ({
    label: words.text(label),
    onClick: () =>
      void runTargetCommand(message("target.command.spread"), spreadRest(table.tree, { ...finding, by })),
  });
  const fills = finding.difference > 0 && finding.missing > 0;
  const first = fills
    ? spread("working-days", "target.repair.missing")
    : spread("shares", finding.difference > 0 ? "target.repair.shares" : "target.repair.shares-cut");
  const others = more.isOpen
    ? [
        spread("equal", "target.repair.equal"),
        ...(fills ? [] : [spread("working-days", "target.repair.working-days")]),
      ]
    : [{ label: words.text("target.repair.more"), onClick: more.openMore }];
  const assistant: readonly Action[] =
    finding.direction === "people"
      ? [
          {
            label: words.text("target.repair.assistant"),
            onClick: () =>
              openAssistant({
                rowKey: table.tree.rows[finding.row]!.key,
                periodId: table.tree.periods[finding.period]!.id,
              }),
          },
        ]
      : [];
  return [first, ...assistant, ...others, ...(finding.ownWhole ? wholeRepairs(table, finding, words) : [])];
}

function wholeRepairs(table: TargetTable, finding: SumFinding, words: Words): readonly Action[] {
  const leave = finding.difference > 0 ? "target.repair.leave" : "target.repair.leave-over";
  return [
    {
      label: words.text(leave),
      onClick: () =>
        void runTargetCommand(message("target.command.leave"), leaveDifference(table.tree, finding)),
    },
    {
      label: words.text("target.repair.match", { sum: exactNumber(words, finding.sum, table.shape) }),
      onClick: () =>
        void runTargetCommand(message("target.command.match"), matchWholeToParts(table.tree, finding)),
    },
  ];
}

function StrayLines({ table, words }: { readonly table: TargetTable; readonly words: Words }) {
  return table.strays.slice(0, SHOWN).map((stray) => (
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
            void runTargetCommand(
              message("target.command.clear"),
              ok([removeRecords("targets", [stray.id])]),
            ),
        },
      ]}
    />
  ));
}
