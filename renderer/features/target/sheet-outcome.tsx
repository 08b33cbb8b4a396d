import type { Quantity } from "../../../core/base/message.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import { sumFindingMessage } from "../../../core/target/reconcile.ts";
import type { SheetMismatch } from "../../../core/target/sheet/plan-target-sheet.ts";
import type { BadCell, SheetReading, TotalCheck } from "../../../core/target/sheet/read-target-sheet.ts";
import { subjectKey } from "../../../core/base/id.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { subjectName } from "./finding-text.ts";
import type { SheetOutcome } from "./use-sheet-import.ts";

/** How many sums that break are named. */
const SHOWN = 5;

/** What was read, what is wrong with it, what it would do, and the button that does it. */
export function SheetOutcomeView(props: {
  readonly workspace: Workspace;
  readonly outcome: SheetOutcome;
  onTake(): void;
}) {
  const { workspace, outcome, onTake } = props;
  const { reading, plan } = outcome;
  const words = useWords();
  const isBad = plan.bad.length > 0;
  const isSame = plan.changes.length === 0;
  return (
    <>
      <p>{readText(reading, words)}</p>
      <Columns reading={reading} />
      {isBad && <BadCells cells={plan.bad} />}
      <Totals workspace={workspace} reading={reading} />
      {!isBad && (
        <>
          <p className="target-sheet-effect">
            {words.text(isSame ? "target.sheet.nothing" : "target.sheet.effect", {
              added: plan.added,
              changed: plan.changed,
              unchanged: plan.unchanged,
            })}
          </p>
          <Sums broken={plan.broken} mended={plan.mended} />
          <div className="target-sheet-line">
            <Button kind="primary" disabled={isSame} onClick={onTake}>
              {words.text("target.sheet.do")}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function readText(reading: SheetReading, words: Words): string {
  const { head, rows, targets } = reading;
  const count = (of: (target: SheetReading["targets"][number]) => string) => new Set(targets.map(of)).size;
  const read = words.text("target.sheet.read", {
    rows,
    targets: targets.length,
    form: words.text(`target.sheet.form.${head.form}`),
    line: head.row + 1,
  });
  const matched = words.text("target.sheet.matched", {
    people: count((target) => subjectKey(target.subject)),
    kpis: count((target) => target.kpiId),
    periods: count((target) => target.periodId),
  });
  return words.text("target.sheet.read.both", { read, matched });
}

/** What each column was taken for. */
function Columns({ reading }: { readonly reading: SheetReading }) {
  const words = useWords();
  const named = reading.head.columns.filter((column) => column.header !== "");
  return (
    <ul className="target-sheet-columns" aria-label={words.text("target.sheet.columns")}>
      {named.map(({ index, header, role }) => (
        <li key={index} className={role === "unknown" ? "unread" : undefined}>
          <span>{header}</span>
          {role !== "target" && <small>{words.text(`target.sheet.role.${role}`)}</small>}
        </li>
      ))}
    </ul>
  );
}

function BadCells({ cells }: { readonly cells: readonly BadCell[] }) {
  const words = useWords();
  const text = words.text("target.sheet.bad", { count: cells.length });
  const columns: readonly DataColumn<BadCell>[] = [
    {
      key: "at",
      title: words.text("target.sheet.bad.row"),
      width: 72,
      align: "end",
      text: (cell) => String(cell.at),
      sortValue: (cell) => cell.at,
    },
    { key: "column", title: words.text("target.sheet.bad.column"), width: 120, text: (cell) => cell.column },
    { key: "text", title: words.text("target.sheet.bad.text"), width: 140, text: (cell) => cell.text },
    {
      key: "why",
      title: words.text("target.sheet.bad.why"),
      width: 640,
      text: (cell) => words.say(cell.why),
    },
  ];
  return (
    <>
      <FindingLine tone="at-risk" text={text} actions={[]} />
      <DataTable
        label={text}
        rows={cells}
        rowKey={(cell) => `${cell.at}|${cell.column}|${cell.why.key}`}
        columns={columns}
        height={Math.min(320, 80 + 36 * cells.length)}
        exportName={words.text("target.sheet.bad.export")}
      />
    </>
  );
}

function Totals({ workspace, reading }: { readonly workspace: Workspace; readonly reading: SheetReading }) {
  const words = useWords();
  if (reading.totals === 0) return null;
  if (reading.checks.length === 0)
    return <p>{words.text("target.sheet.totals", { count: reading.totals })}</p>;
  const amount = (check: TotalCheck, value: number): Quantity =>
    quantityOf(workspace.rows.kpis.get(check.kpiId)!.unit, value);
  return reading.checks.slice(0, SHOWN).map((check) => (
    <FindingLine
      key={`${check.at}|${check.column}`}
      tone="behind"
      text={words.text("target.sheet.totals.wrong", {
        line: check.at,
        column: check.column,
        stated: words.quantity(amount(check, check.stated), "full"),
        sum: words.quantity(amount(check, check.sum), "full"),
      })}
      actions={[]}
    />
  ));
}

function Sums({ broken, mended }: { readonly broken: readonly SheetMismatch[]; readonly mended: number }) {
  const words = useWords();
  return (
    <>
      {mended > 0 && <p>{words.text("target.sheet.mended", { count: mended })}</p>}
      {broken.length > 0 && (
        <FindingLine
          tone="behind"
          text={words.text("target.sheet.broken", { count: broken.length })}
          actions={[]}
        />
      )}
      {broken.length > 0 && (
        <ul className="target-sheet-broken">
          {broken.slice(0, SHOWN).map((one) => (
            <li key={`${one.tree.kpi.id}|${one.tree.scope.line}|${one.finding.key}`}>
              {brokenText(one, words)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function brokenText({ tree, finding }: SheetMismatch, words: Words): string {
  return words.text("target.sheet.broken.line", {
    kpi: words.name(tree.kpi.name),
    line: words.text(`target.line.${tree.scope.line}`),
    finding: words.say(
      sumFindingMessage(tree, finding, {
        subject: subjectName(tree.rows[finding.row]!, words),
        period: words.period(tree.periods[finding.period]!.id, "short"),
        amount: (value) => words.quantity(quantityOf(tree.kpi.unit, value), "full"),
      }),
    ),
  });
}
