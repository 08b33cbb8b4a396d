import type { Explanation } from "../../../core/base/explain.ts";
import type { Money } from "../../../core/base/money.ts";
import { explainStatement } from "../../../core/incentive/pay/explain-pay.ts";
import { elementTotal, explainElement, PAY_ELEMENTS } from "../../../core/incentive/pay/pay-elements.ts";
import type { PayElement } from "../../../core/incentive/pay/pay-elements.ts";
import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { plainNumber } from "../../ui/plain-number.ts";

const TONE_BY_STATE = { approved: "ahead", ready: "behind", running: "muted", waits: "muted" } as const;

/** The columns of the list of statements: one for each element of pay. */
export function statementColumns(words: Words): readonly DataColumn<PayListRow>[] {
  return [
    { key: "name", title: words.text("incentive.column.name"), width: 84, text: (row) => row.member.name },
    {
      key: "period",
      title: words.text("incentive.column.period"),
      width: 92,
      text: (row) => words.period(row.statement.period.id, "short"),
    },
    {
      key: "plan",
      title: words.text("incentive.column.plan"),
      width: 124,
      text: (row) => row.statement.plan?.name ?? words.text("base.none"),
    },
    ...PAY_ELEMENTS.map((element) => elementColumn(words, element)),
    amountColumn(words, {
      key: "total",
      of: (row) => row.statement.total,
      explain: (row) => explainStatement(row.statement, row.member.name),
    }),
    {
      key: "state",
      title: words.text("incentive.column.state"),
      width: 92,
      text: (row) => words.text(`incentive.state.${row.state}`),
      render: (row) => (
        <span className={`tone-${TONE_BY_STATE[row.state]}`}>
          {row.state === "approved" && <span aria-hidden>✓ </span>}
          {words.text(`incentive.state.${row.state}`)}
        </span>
      ),
    },
  ];
}

function elementColumn(words: Words, element: PayElement): DataColumn<PayListRow> {
  return amountColumn(words, {
    key: element,
    of: (row) => elementTotal(row.statement.lines, element),
    explain: (row) => explainElement(row.statement, element, row.member.name),
  });
}

function amountColumn(
  words: Words,
  column: {
    readonly key: string;
    of(row: PayListRow): Money;
    explain(row: PayListRow): Explanation;
  },
): DataColumn<PayListRow> {
  const quantity = (row: PayListRow) => ({ unit: "money", value: column.of(row) }) as const;
  return {
    key: column.key,
    title: words.text(`incentive.element.${column.key}`),
    width: words.locale === "en" ? 104 : 100,
    align: "end",
    text: (row) => words.quantity(quantity(row), "full"),
    sortValue: (row) => column.of(row),
    exportValue: (row) => plainNumber(words, quantity(row)),
    render: (row) => (
      <Figure
        quantity={quantity(row)}
        form="full"
        tone={column.of(row) === 0 ? "muted" : "on-pace"}
        explain={() => column.explain(row)}
      />
    ),
  };
}
