import { parseTargetId } from "../../../core/target/target-id.ts";
import type { ValueChange } from "../../../core/target/target-versions.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import type { TargetTable } from "./use-target-table.ts";
import type { VersionRow } from "./use-versions.ts";
import { nameOfSubject, targetQuantity } from "./version-text.ts";

/** 原定, 版本 3, or what is being changed while the lock is open. */
export function versionName(row: VersionRow, words: Words): string {
  if (row.isOpen) return words.text("target.version.now");
  if (row.number === 0) return words.text("target.version.original");
  return words.text("target.version.number", { number: row.number });
}

/** The states of a lock: when, why, how much. */
export function versionColumns(table: TargetTable, words: Words): readonly DataColumn<VersionRow>[] {
  const line = words.text(`target.line.${table.line}`);
  return [
    {
      key: "version",
      title: words.text("target.version.column.version"),
      width: 136,
      text: (row) => versionName(row, words),
      sortValue: (row) => row.number,
    },
    {
      key: "on",
      title: words.text("target.version.column.on"),
      width: 136,
      text: (row) => words.day(row.on),
      sortValue: (row) => row.number,
    },
    {
      key: "reason",
      title: words.text("target.version.column.reason"),
      width: 372,
      text: (row) => row.reason || words.text("base.none"),
      render: (row) => (
        <span data-tip={row.reason || undefined}>{row.reason || words.text("base.none")}</span>
      ),
    },
    {
      key: "count",
      title: words.text("target.version.column.count"),
      width: 112,
      align: "end",
      text: (row) => (row.number === 0 ? words.text("base.none") : String(row.count)),
      sortValue: (row) => row.count,
      exportValue: (row) => row.count,
    },
    yearColumn(words, line),
    {
      key: "change",
      title: words.text("target.version.column.change"),
      width: 136,
      align: "end",
      text: (row) => changeSaid(table, words, [row.yearBefore?.quantity.value, row.year.quantity.value]),
      exportValue: (row) =>
        row.yearBefore ? (row.year.quantity.value ?? 0) - (row.yearBefore.quantity.value ?? 0) : null,
    },
  ];
}

/** The team's year on the chosen line, explained by the lock. */
function yearColumn(words: Words, line: string): DataColumn<VersionRow> {
  return {
    key: "year",
    title: words.text("target.version.column.year", { line }),
    width: 168,
    align: "end",
    text: (row) => words.quantity(row.year.quantity),
    sortValue: (row) => row.year.quantity.value ?? 0,
    exportValue: (row) => row.year.quantity.value,
    render: ({ year }) => (
      <Figure
        quantity={year.quantity}
        explain={() => year.explain()}
        {...(year.note ? { reason: words.say(year.note) } : {})}
      />
    ),
  };
}

/** What differs between two states, one line a target. */
export function differenceColumns(table: TargetTable, words: Words): readonly DataColumn<ValueChange>[] {
  const { workspace } = table;
  const placeOf = (change: ValueChange) => parseTargetId(change.id);
  const amount = (name: "before" | "after"): DataColumn<ValueChange> => ({
    key: name,
    title: words.text(`target.version.column.${name}`),
    width: 152,
    align: "end",
    text: (change) => words.quantity(targetQuantity(workspace, change.id, change[name])),
    sortValue: (change) => change[name] ?? 0,
    exportValue: (change) => change[name],
  });
  return [
    {
      key: "subject",
      title: words.text("target.column.subject"),
      width: 200,
      text: (change) => {
        const place = placeOf(change);
        return place ? nameOfSubject(workspace, place.subject, words) : change.id;
      },
    },
    {
      key: "period",
      title: words.text("target.version.column.period"),
      width: 152,
      text: (change) => words.period(placeOf(change)?.periodId ?? ""),
      sortValue: (change) => placeOf(change)?.periodId ?? "",
    },
    {
      key: "line",
      title: words.text("target.line"),
      width: 96,
      text: (change) => words.text(`target.line.${placeOf(change)?.line ?? "target"}`),
    },
    amount("before"),
    amount("after"),
    {
      key: "change",
      title: words.text("target.version.column.difference"),
      width: 152,
      align: "end",
      text: (change) => changeSaid(table, words, [change.before ?? 0, change.after ?? 0]),
      sortValue: (change) => (change.after ?? 0) - (change.before ?? 0),
      exportValue: (change) => (change.after ?? 0) - (change.before ?? 0),
    },
  ];
}

/** By how much, with its sign; nothing where one of the two is missing. */
function changeSaid(
  table: TargetTable,
  words: Words,
  [before, after]: readonly [number | null | undefined, number | null],
): string {
  if (before === undefined || before === null || after === null) return words.text("base.none");
  const difference = after - before;
  const said = words.quantity(
    targetQuantity(table.workspace, `${table.kpi.id}|team|2000|target`, difference),
  );
  return difference > 0 ? `+${said}` : said;
}
