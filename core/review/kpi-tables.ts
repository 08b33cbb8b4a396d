import { subjectKey } from "../base/id.ts";
import type { MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Ppm } from "../base/money.ts";
import { countingDay } from "../kpi/counting-day.ts";
import { effectiveSet } from "../kpi/effective-set.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { nameMessage } from "../team/name-key.ts";
import { inOrder, living } from "../team/team-rows.ts";
import type { PackCell, PackRow, PackTable } from "./document.ts";
import type { PackBook } from "./pack-sources.ts";
import { subjectCell } from "./pack-sources.ts";

/** Every living KPI for the team and its groups. A KPI that says nothing of any of them is left out. */
export function kpiTable(book: PackBook): PackTable {
  const groups = living(book.context.rows.groups).map((group): Subject => ({ kind: "group", id: group.id }));
  const subjects: readonly Subject[] = [{ kind: "team" }, ...groups];
  const rows = livingKpis(book).flatMap((kpi): readonly PackRow[] => {
    const values = subjects.map((subject) => kpiValue(book.context, kpi.id, subject, book.period));
    if (values.every((value) => value.value.value === null)) return [];
    return [
      {
        key: kpi.id,
        depth: 0,
        emphasis: "none",
        cells: [{ message: nameMessage(kpi.name) }, ...values.map(valueCell)],
      },
    ];
  });
  return {
    kind: "table",
    id: "kpis",
    title: message("review.table.kpis"),
    columns: [
      { key: "kpi", title: message("review.column.kpi"), unit: "text" },
      ...subjects.map((subject) => ({
        key: subjectKey(subject),
        title: titleOf(subjectCell(book, subject)),
        unit: "ratio" as const,
      })),
    ],
    rows,
    notes: [],
  };
}

/** A member's KPIs with their weights, as their set of the period says; every other KPI that has a value follows. */
export function memberKpiTable(book: PackBook, memberId: MemberId): PackTable {
  const member = book.context.rows.members.get(memberId);
  const set = effectiveSet(book.context, memberId, countingDay(member ?? {}, book.period));
  const weightById = new Map<string, Ppm>(set?.weights.map((one) => [one.kpiId, one.weight]));
  const kpis = livingKpis(book).toSorted((a, b) => (weightById.get(b.id) ?? 0) - (weightById.get(a.id) ?? 0));
  const values = kpis.map((kpi) => ({
    kpi,
    value: kpiValue(book.context, kpi.id, { kind: "member", id: memberId }, book.period),
  }));
  const shown = values.filter(({ kpi, value }) => weightById.has(kpi.id) || value.value.value !== null);
  const missing = shown.filter(({ kpi, value }) => weightById.has(kpi.id) && value.value.value === null);
  return {
    kind: "table",
    id: `kpis-${memberId}`,
    title: message("review.table.kpis"),
    columns: [
      { key: "kpi", title: message("review.column.kpi"), unit: "text" },
      { key: "actual", title: message("review.column.actual"), unit: "ratio" },
      { key: "weight", title: message("review.column.weight"), unit: "percent" },
    ],
    rows: shown.map(({ kpi, value }): PackRow => ({
      key: kpi.id,
      depth: 0,
      emphasis: "none",
      cells: [{ message: nameMessage(kpi.name) }, valueCell(value), weightCell(weightById.get(kpi.id))],
    })),
    notes: missing.length === 0 ? [] : [message("review.note.missing", { count: missing.length })],
  };
}

function livingKpis(book: PackBook): readonly Kpi[] {
  return inOrder(book.context.rows.kpis).filter((kpi) => !kpi.archived);
}

function valueCell(value: KpiValue): PackCell {
  return { quantity: value.value, explain: () => value.explain() };
}

function weightCell(weight: Ppm | undefined): PackCell {
  return { quantity: { unit: "percent", value: weight === undefined ? null : weight / 1_000_000 } };
}

function titleOf(cell: PackCell) {
  if ("message" in cell) return cell.message;
  return message("review.text", { text: "text" in cell ? cell.text : "" });
}
