import { explainShare } from "../../../core/target/allocation/explain-share.ts";
import type { Allocation, ShareBounds } from "../../../core/target/allocation/propose-allocation.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import type { TreeRow } from "../../../core/target/target-tree.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { Words } from "../../../core/words/words.ts";
import { Figure } from "../../ui/figure.tsx";
import type { GridColumn } from "../../ui/grid.tsx";
import { subjectName } from "./finding-text.ts";
import { decimalsFor, shownNumber } from "./shown-numbers.ts";
import type { Assistant, Scenario } from "./use-allocation.ts";

/** One line of the assistant's table: a member with a share, or the sum of those below. */
export interface AllocationRow {
  readonly key: string;
  readonly row: TreeRow;
  /** Where the members below stand in the list of all members. */
  readonly members: readonly number[];
}

/** A scenario stands where reasons would else run on. */
const SCENARIO_WIDTH = 96;

interface Seen {
  readonly assistant: Assistant;
  readonly words: Words;
  readonly decimals: number;
}

/** The columns of the assistant: now, bounds, share, change, kept scenarios, why. */
export function allocationColumns(assistant: Assistant, words: Words): readonly GridColumn<AllocationRow>[] {
  const seen: Seen = { assistant, words, decimals: decimalsOf(assistant) };
  const allocation = assistant.result.ok ? assistant.result.value : null;
  return [
    {
      key: "subject",
      title: words.text("target.column.subject"),
      width: 176,
      text: ({ row }) => subjectName(row, words),
    },
    presentColumn(seen),
    boundColumn(seen, "floor"),
    boundColumn(seen, "ceiling"),
    shareColumn(seen, {
      key: "share",
      width: 84,
      title: words.text("target.allocation.column.share"),
      allocation,
    }),
    differenceColumn(seen, allocation),
    ...assistant.scenarios.map((scenario) => scenarioColumn(seen, scenario)),
    reasonColumn(seen, allocation),
  ];
}

/** The rows below the parent, it first. */
export function allocationRows(
  assistant: Assistant,
  memberRows: readonly number[],
): readonly AllocationRow[] {
  const { tree } = assistant.table;
  const below = (row: TreeRow): readonly number[] =>
    row.seat ? [memberRows.indexOf(row.index)] : row.children.flatMap((child) => below(tree.rows[child]!));
  const rows: AllocationRow[] = [];
  const add = (row: TreeRow) => {
    const members = below(row).filter((at) => at >= 0);
    if (members.length === 0 && row !== assistant.parent) return;
    rows.push({ key: row.key, row, members });
    for (const child of row.children) add(tree.rows[child]!);
  };
  add(assistant.parent);
  return rows;
}

function decimalsOf({ table, parent, result, scenarios }: Assistant): number {
  const shares = [result, ...scenarios.map((scenario) => scenario.result)].flatMap((one) =>
    one.ok ? one.value.shares.map(({ share }) => share) : [],
  );
  const present = [parent.index, ...parent.children].map((row) => table.tree.cells[row]![table.at]!.value);
  return decimalsFor([...shares, ...present], table.shape);
}

function presentColumn({ assistant, words, decimals }: Seen): GridColumn<AllocationRow> {
  const { table } = assistant;
  const valueOf = ({ row }: AllocationRow) => table.tree.cells[row.index]![table.at]!.value;
  const text = (row: AllocationRow) => shownNumber(words, valueOf(row), { shape: table.shape, decimals });
  const standingByKey = new Map(table.rows.map((one) => [one.key, one.standing]));
  return {
    key: "present",
    title: words.text("target.allocation.column.present"),
    width: 76,
    align: "end",
    text,
    render: (row) => {
      const figure = standingByKey.get(row.key)?.target;
      return figure && valueOf(row) !== null ? (
        <Figure quantity={figure.quantity} text={text(row)} explain={() => figure.explain()} />
      ) : (
        <span className="target-stay">{words.text("base.none")}</span>
      );
    },
    exportValue: (row) => exported(assistant, valueOf(row)),
  };
}

function boundColumn({ assistant, words }: Seen, bound: keyof ShareBounds): GridColumn<AllocationRow> {
  const { table, settings, result } = assistant;
  const valueOf = ({ row }: AllocationRow) => settings.boundsByKey.get(row.key)?.[bound];
  const text = (row: AllocationRow) => {
    const value = valueOf(row);
    return value === undefined ? "" : printTargetText(value, table.shape);
  };
  const problems = result.ok ? [] : result.error;
  return {
    key: bound,
    title: words.text(`target.allocation.column.${bound}`),
    width: 72,
    align: "end",
    text,
    editText: (row) => (row.row.seat ? text(row) : null),
    exportValue: (row) => exported(assistant, valueOf(row) ?? null),
    note: (row) => {
      const problem = problems.find(
        (one) =>
          one.field === row.key &&
          (bound === "ceiling" || one.message.key !== "target.allocation.problem.above"),
      );
      return problem && words.say(problem.message);
    },
  };
}

interface ShareSource {
  readonly key: string;
  readonly width: number;
  readonly title: string;
  readonly allocation: Allocation | null;
}

function shareColumn(seen: Seen, { key, width, title, allocation }: ShareSource): GridColumn<AllocationRow> {
  const { assistant, words, decimals } = seen;
  const { table } = assistant;
  const text = (row: AllocationRow) =>
    shownNumber(words, shareOf(allocation, row), { shape: table.shape, decimals }) || words.text("base.none");
  return {
    key,
    title,
    width,
    align: "end",
    text,
    render: (row) => {
      if (!allocation) return <span className="target-stay">{words.text("base.none")}</span>;
      const bound = row.row.seat && allocation.shares[row.members[0]!]!.bound;
      const sign = bound ? { floor: "⌊", ceiling: "⌈" }[bound] : "";
      return (
        <>
          {bound && (
            <span className="target-stay" title={words.text(`target.allocation.column.${bound}`)}>
              <span aria-hidden>{sign}</span>
              <span className="unseen">{words.text(`target.allocation.column.${bound}`)}</span>{" "}
            </span>
          )}
          <Figure
            quantity={quantityOf(table.kpi.unit, shareOf(allocation, row))}
            text={text(row)}
            {...(row.row.seat
              ? { explain: () => explainShare(table.tree, allocation, row.members[0]!) }
              : {})}
          />
        </>
      );
    },
    exportValue: (row) => exported(assistant, shareOf(allocation, row)),
  };
}

function scenarioColumn(seen: Seen, scenario: Scenario): GridColumn<AllocationRow> {
  return shareColumn(seen, {
    key: `scenario:${scenario.name}`,
    width: SCENARIO_WIDTH,
    title: seen.words.text("target.allocation.scenario", { name: scenario.name }),
    allocation: scenario.result.ok ? scenario.result.value : null,
  });
}

function differenceColumn(
  { assistant, words, decimals }: Seen,
  allocation: Allocation | null,
): GridColumn<AllocationRow> {
  const { table } = assistant;
  const valueOf = (row: AllocationRow) => {
    const share = shareOf(allocation, row);
    return share === null ? null : share - (table.tree.cells[row.row.index]![table.at]!.value ?? 0);
  };
  const text = (row: AllocationRow) => {
    const value = valueOf(row);
    if (value === null) return words.text("base.none");
    const number = shownNumber(words, Math.abs(value), { shape: table.shape, decimals });
    return value === 0 ? "0" : `${value > 0 ? "+" : "−"}${number}`;
  };
  return {
    key: "difference",
    title: words.text("target.allocation.column.difference"),
    width: 76,
    align: "end",
    text,
    render: (row) => <Figure quantity={quantityOf(table.kpi.unit, valueOf(row))} text={text(row)} />,
    exportValue: (row) => exported(assistant, valueOf(row)),
  };
}

function reasonColumn({ assistant, words }: Seen, allocation: Allocation | null): GridColumn<AllocationRow> {
  const text = ({ row, members }: AllocationRow) =>
    row.seat && allocation ? words.say(allocation.shares[members[0]!]!.reason) : "";
  return {
    key: "reason",
    title: words.text("target.allocation.column.reason"),
    width: Math.max(220, 514 - SCENARIO_WIDTH * assistant.scenarios.length),
    text,
    render: (row) => (
      <span className="allocation-reason" title={text(row)}>
        {text(row)}
      </span>
    ),
  };
}

/** A member's share, or the sum of those below. */
function shareOf(allocation: Allocation | null, { members }: AllocationRow): number | null {
  if (!allocation) return null;
  return members.reduce((sum, at) => sum + allocation.shares[at]!.share, 0);
}

function exported({ table }: Assistant, value: number | null): number | null {
  return value === null ? null : value / 10 ** table.shape.digits;
}
