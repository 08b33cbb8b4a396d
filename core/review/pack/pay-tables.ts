import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { money, sumMoney, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../../base/paper.ts";
import { budgetLines } from "../../incentive/pay/budgets.ts";
import { explainLine, explainStatement, lineTitle } from "../../incentive/pay/explain-pay.ts";
import { elementTotal, explainElement, PAY_ELEMENTS } from "../../incentive/pay/pay-elements.ts";
import { payList } from "../../incentive/pay/pay-list.ts";
import type { PayListRow } from "../../incentive/pay/pay-list.ts";
import { periodMessage } from "../pack-sources.ts";
import type { PackBook, PackPay } from "../pack-sources.ts";
import { column, plainRow } from "./cells.ts";

/* Pay is private: the ids of its tables begin with `pay-`. */

/** What the members were paid in the period by element, and what was spent of each budget.
 * @example teamPayTables(sampleBook(), sampleBook().pay).map((table) => table.id) // => ["pay-members", "pay-budgets"]
 */
export function teamPayTables(book: PackBook, pay: PackPay): readonly PaperTable[] {
  const rows = statementsIn(book, pay);
  return [...(rows.length === 0 ? [] : [membersTable(rows)]), ...budgetTable(book, pay)];
}

/** A member's statements of the period, line by line.
 * @example memberPayTable(sampleBook(), sampleBook().pay, "m-li-min").map((table) => table.id) // => ["pay-m-li-min"]
 */
export function memberPayTable(book: PackBook, pay: PackPay, memberId: MemberId): readonly PaperTable[] {
  const own = statementsIn(book, pay).filter(({ member }) => member.id === memberId);
  if (own.length === 0) return [];
  const lines = own.flatMap(({ statement, member }, of) =>
    statement.lines.map((line, at) =>
      plainRow(`line-${of}-${at}`, [
        { message: lineTitle(line) },
        { message: periodMessage(statement.period) },
        {
          quantity: { unit: "money", value: line.amount },
          explain: () => explainLine(statement, line, member.name),
        },
      ]),
    ),
  );
  const total = sumMoney(own.map(({ statement }) => statement.total));
  return [
    {
      kind: "table",
      id: `pay-${memberId}`,
      title: message("review.pack.pay.own"),
      columns: [
        column("what", "text"),
        column("period", "text"),
        column("amount", "money", { isExact: true }),
      ],
      rows: [
        ...lines,
        plainRow("total", [{ message: message("review.pack.total") }, { text: "" }, moneyCell(total)], {
          emphasis: "total",
          sumOf: lines.map((row) => row.key),
        }),
      ],
      notes: payNotes(own),
    },
  ];
}

/** The statements of the quarter and of its months. */
function statementsIn(book: PackBook, pay: PackPay): readonly PayListRow[] {
  return payList(pay.context, book.period).filter(
    ({ statement }) => statement.period.start >= book.period.start && statement.period.end <= book.period.end,
  );
}

function membersTable(statements: readonly PayListRow[]): PaperTable {
  const byMember = new Map<MemberId, PayListRow[]>();
  for (const row of statements) {
    byMember.set(row.member.id, [...(byMember.get(row.member.id) ?? []), row]);
  }
  // An element that nobody was paid says nothing.
  const elements = PAY_ELEMENTS.filter((element) =>
    statements.some(({ statement }) => elementTotal(statement.lines, element) !== ZERO),
  );
  const rows = [...byMember.values()].map((own): PaperRow => {
    const { member } = own[0]!;
    const [only] = own.length === 1 ? own : [];
    return plainRow(member.id, [
      { text: member.name },
      ...elements.map((element): PaperCell => ({
        quantity: {
          unit: "money",
          value: sumMoney(own.map(({ statement }) => elementTotal(statement.lines, element))),
        },
        ...(only ? { explain: () => explainElement(only.statement, element, member.name) } : {}),
      })),
      {
        quantity: { unit: "money", value: sumMoney(own.map(({ statement }) => statement.total)) },
        ...(only ? { explain: () => explainStatement(only.statement, member.name) } : {}),
      },
    ]);
  });
  const sum = (of: (row: PayListRow) => Money) => moneyCell(sumMoney(statements.map(of)));
  return {
    kind: "table",
    id: "pay-members",
    title: message("review.pack.pay.members"),
    columns: [
      column("member", "text"),
      ...[...elements, "total" as const].map((key): PaperColumn => ({
        key,
        title: message(`incentive.element.${key}`),
        unit: "money",
        isExact: true,
      })),
    ],
    rows: [
      ...rows,
      plainRow(
        "total",
        [
          { message: message("review.pack.total") },
          ...elements.map((element) => sum(({ statement }) => elementTotal(statement.lines, element))),
          sum(({ statement }) => statement.total),
        ],
        { emphasis: "total", sumOf: rows.map((row) => row.key) },
      ),
    ],
    notes: payNotes(statements),
  };
}

function budgetTable(book: PackBook, { context, rows }: PackPay): readonly PaperTable[] {
  const lines = budgetLines(context, rows, book.period).filter(
    (line) => line.budget !== null || line.spent !== ZERO || line.coming !== ZERO,
  );
  if (lines.length === 0) return [];
  const money0 = (value: Money | null): PaperCell => ({ quantity: { unit: "money", value } });
  return [
    {
      kind: "table",
      id: "pay-budgets",
      title: message("review.pack.pay.budgets"),
      columns: (["kind", "budget", "spent", "coming", "left"] as const).map((key) => ({
        key,
        title: message(`incentive.budget.column.${key}`),
        unit: key === "kind" ? "text" : "money",
        isExact: true,
      })),
      rows: lines.map((line) =>
        plainRow(line.kind, [
          { message: message(`incentive.budget.${line.kind}`) },
          money0(line.budget),
          { ...moneyCell(line.spent), explain: () => line.explain() },
          moneyCell(line.coming),
          money0(line.left === null ? null : money(line.left)),
        ]),
      ),
      notes: [message("incentive.budget.note")],
    },
  ];
}

function payNotes(statements: readonly PayListRow[]) {
  return statements.some(({ state }) => state !== "approved")
    ? [message("incentive.payroll.provisional")]
    : [];
}

function moneyCell(value: Money): Extract<PaperCell, { quantity: unknown }> {
  return { quantity: { unit: "money", value } };
}
