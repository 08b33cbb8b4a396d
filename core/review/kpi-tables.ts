import { subjectKey } from "../base/id.ts";
import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { nameMessage } from "../team/name-key.ts";
import { inOrder, living } from "../team/team-rows.ts";
import type { PaperCell, PaperRow, PaperTable } from "../base/paper.ts";
import type { PackBook } from "./pack-sources.ts";
import { subjectCell } from "./pack-sources.ts";

/** Every living KPI for the team and its groups. A KPI that says nothing of any of them is left out.
 * @example kpiTable(sampleBook()).columns.map((one) => one.key)[0] // => "kpi"
 */
export function kpiTable(book: PackBook): PaperTable {
  const groups = living(book.context.rows.groups).map((group): Subject => ({ kind: "group", id: group.id }));
  const subjects: readonly Subject[] = [{ kind: "team" }, ...groups];
  const rows = livingKpis(book).flatMap((kpi): readonly PaperRow[] => {
    const values = subjects.map((subject) =>
      kpiValue(book.context, kpi.id, { subject, period: book.period }),
    );
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

/** The KPIs of the library that are in use, in the manager's order.
 * @example livingKpis(sampleBook())[0].id // => "sales"
 */
export function livingKpis(book: PackBook): readonly Kpi[] {
  return inOrder(book.context.rows.kpis).filter((kpi) => !kpi.archived);
}

function valueCell(value: KpiValue): PaperCell {
  return { quantity: value.value, explain: () => value.explain() };
}

function titleOf(cell: PaperCell) {
  if ("message" in cell) return cell.message;
  return message("review.text", { text: "text" in cell ? cell.text : "" });
}
