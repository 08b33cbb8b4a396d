import { message } from "../../base/message.ts";
import { sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Paper, PaperCell, PaperColumn, PaperRow, PaperTable } from "../../base/paper.ts";
import type { Period } from "../../base/period.ts";
import { nameMessage } from "../../team/name-key.ts";
import { groupIdOn } from "../../team/memberships.ts";
import { countingDay } from "../../kpi/counting-day.ts";
import type { PayContext } from "./pay-context.ts";
import { elementTotal, PAY_ELEMENTS } from "./pay-elements.ts";
import { payList } from "./pay-list.ts";
import type { PayListRow } from "./pay-list.ts";

/** The list that payroll gets: one row for each person, one column for each element of pay, sums as formulas, and whether it is
 * approved. Pay is private: the ids of such tables begin with `pay-`, so that what leaves the house can leave them out.
 * @example payrollPaper({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, period("2026-Q1", 1)).sections[0].blocks[0].id // => "pay-roll"
 */
export function payrollPaper(context: PayContext, period: Period): Paper {
  const rows = payList(context, period);
  const params = { team: context.kpi.settings.name, period: { period: period.id } };
  return {
    title: message("incentive.payroll.title", params),
    subtitle: message("incentive.payroll.subtitle", {
      approved: rows.filter((row) => row.state === "approved").length,
      all: rows.length,
      day: { day: context.kpi.today },
    }),
    runningHead: message("incentive.payroll.title", params),
    hasContents: false,
    isWide: true,
    sections: [
      {
        id: "pay-roll",
        title: message("incentive.payroll.section"),
        newPage: false,
        blocks: [
          payrollTable(context, rows),
          {
            kind: "signatures",
            lines: [message("incentive.payroll.made"), message("incentive.payroll.checked")],
          },
        ],
      },
    ],
  };
}

function payrollTable(context: PayContext, rows: readonly PayListRow[]): PaperTable {
  const amounts = [...PAY_ELEMENTS, "total"] as const;
  const amountOf = ({ statement }: PayListRow, key: (typeof amounts)[number]) =>
    key === "total" ? statement.total : elementTotal(statement.lines, key);
  const columns: readonly PaperColumn[] = [
    ...(["name", "number", "group", "period"] as const).map((key) => ({
      key,
      title: message(`incentive.column.${key}`),
      unit: "text" as const,
    })),
    ...amounts.map((key) => ({
      key,
      title: message(`incentive.element.${key}`),
      unit: "money" as const,
      isExact: true,
    })),
    { key: "state", title: message("incentive.column.state"), unit: "text" },
  ];
  const body = rows.map((row): PaperRow => ({
    key: row.statement.id,
    depth: 0,
    emphasis: "none",
    cells: [
      { text: row.member.name },
      { text: row.member.employeeNumber ?? "" },
      groupCell(context, row),
      { message: message("incentive.period", { period: { period: row.statement.period.id } }) },
      ...amounts.map((key) => moneyCell(amountOf(row, key))),
      { message: message(`incentive.state.${row.state}`) },
    ],
  }));
  const total: PaperRow = {
    key: "total",
    depth: 0,
    emphasis: "total",
    sumOf: body.map((row) => row.key),
    cells: [
      { message: message("incentive.element.total") },
      ...[1, 2, 3].map((): PaperCell => ({ text: "" })),
      ...amounts.map((key) => moneyCell(sumMoney(rows.map((row) => amountOf(row, key))))),
      { text: "" },
    ],
  };
  return {
    kind: "table",
    id: "pay-roll",
    title: message("incentive.payroll.section"),
    columns,
    rows: [...body, total],
    notes: rows.some((row) => row.state !== "approved") ? [message("incentive.payroll.provisional")] : [],
  };
}

function groupCell({ kpi }: PayContext, { member, statement }: PayListRow): PaperCell {
  const groupId = groupIdOn(kpi.rows, member.id, countingDay(member, statement.period));
  const group = groupId === undefined ? undefined : kpi.rows.groups.get(groupId);
  return group ? { message: nameMessage(group.name) } : { text: "" };
}

function moneyCell(value: Money): PaperCell {
  return { quantity: { unit: "money", value } };
}
