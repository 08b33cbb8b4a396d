import type { Day } from "../../../core/base/day.ts";
import type { Money } from "../../../core/base/money.ts";
import { currencyDigits } from "../../../core/base/money.ts";
import type { OwnedFact, OwnerIndex } from "../../../core/customer/owner.ts";
import { memoBy } from "../../../core/kpi/memo-by.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { OwnerCell, ownerText } from "./owner-cell.tsx";

/** Plain text. */
export function textColumn<Row>(
  key: string,
  title: string,
  of: { readonly width: number; text(row: Row): string },
): DataColumn<Row> {
  return { key, title, width: of.width, text: (row) => of.text(row) };
}

/** A whole number, at the right. */
export function countColumn<Row>(key: string, title: string, count: (row: Row) => number): DataColumn<Row> {
  return {
    key,
    title,
    width: 76,
    align: "end",
    text: (row) => (count(row) === 0 ? "" : String(count(row))),
    sortValue: count,
    exportValue: count,
  };
}

/** An amount with all its digits, in the workspace's currency; empty where there is none. */
export function moneyColumn<Row>(
  key: string,
  title: string,
  of: { readonly words: Words; amount(row: Row): Money | undefined },
): DataColumn<Row> {
  const { words, amount } = of;
  return {
    key,
    title,
    width: 130,
    align: "end",
    text: (row) => {
      const value = amount(row);
      return value === undefined || value === 0 ? "" : words.quantity({ unit: "money", value }, "full");
    },
    sortValue: (row) => amount(row) ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => {
      const value = amount(row);
      return value === undefined ? null : value / 10 ** currencyDigits(words.currency);
    },
  };
}

/** A day, written alike in every language so that a column of them can be compared at a glance. */
export function dayColumn<Row>(
  key: string,
  title: string,
  of: { day(row: Row): Day | undefined },
): DataColumn<Row> {
  return {
    key,
    title,
    width: 108,
    text: (row) => of.day(row) ?? "",
    sortValue: (row) => of.day(row) ?? "",
    exportValue: (row) => of.day(row) ?? "",
  };
}

/** Days over the due day in words and colour: overdue, today, or days left; empty where nothing is due. */
export function overdueColumn<Row>(
  key: string,
  title: string,
  of: { readonly words: Words; days(row: Row): number | null },
): DataColumn<Row> {
  const { words, days } = of;
  return {
    key,
    title,
    width: 116,
    text: (row) => overdueText(words, days(row)),
    render: (row) => (
      <span className={(days(row) ?? 0) > 0 ? "tone-at-risk" : undefined}>
        {overdueText(words, days(row))}
      </span>
    ),
    sortValue: (row) => days(row) ?? Number.NEGATIVE_INFINITY,
    exportValue: days,
  };
}

/** "5 days late", "due today", "in 3 days". */
export function overdueText(words: Words, days: number | null): string {
  if (days === null) return "";
  const state = days > 0 ? "over" : days === 0 ? "today" : "left";
  return words.text(`customer.due.${state}`, { count: Math.abs(days) });
}

export function ownerColumn<Row extends OwnedFact>(
  title: string,
  of: { readonly index: OwnerIndex; readonly members: ReadonlyMap<string, { readonly name: string }> },
): DataColumn<Row> {
  return {
    key: "owner",
    title,
    width: 112,
    text: (row) => ownerText(row, of.index, of.members),
    render: (row) => <OwnerCell fact={row} index={of.index} />,
  };
}

/** The columns that say something of at least one row; the same list for the same two. */
export function spokenColumns<Row>(
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): readonly DataColumn<Row>[] {
  return memoBy([columns, rows], "spoken-columns", () =>
    columns.filter((column) => rows.some((row) => column.text(row) !== "")),
  );
}
