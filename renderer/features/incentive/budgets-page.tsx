import { message } from "../../../core/base/message.ts";
import { currencyDigits, money, moneyToDecimal } from "../../../core/base/money.ts";
import { budgetLines, setBudget } from "../../../core/incentive/pay/budgets.ts";
import type { BudgetLine } from "../../../core/incentive/pay/budgets.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Figure } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import { readAmount } from "./read-amount.ts";
import { usePay } from "./use-pay.ts";
import type { Pay } from "./use-pay.ts";
import "./incentive.css";

/** 预算: what may be spent on each kind of reward in the period, what has been, and what is coming. */
export function BudgetsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const pay = usePay();
  const { rows } = useWorkspace();
  const label = words.text("incentive.budget.table", { period: { period: pay.period.id } });
  return (
    <Page tabs={tabs} activeTab="budgets" hint={words.text("incentive.budget.hint")}>
      <Grid<BudgetLine>
        label={label}
        rows={budgetLines(pay.context, rows, pay.period)}
        rowKey={(line) => line.kind}
        columns={budgetColumns(words)}
        onEdit={(edits) => writeBudgets(pay, edits, words)}
        exportName={label}
      />
      <p className="quiet">{words.text("incentive.budget.note")}</p>
    </Page>
  );
}

function budgetColumns(words: Words): readonly GridColumn<BudgetLine>[] {
  const amountText = (line: BudgetLine) =>
    line.budget === null ? "" : words.quantity({ unit: "money", value: line.budget }, "full");
  const figure = (key: "spent" | "coming" | "left"): GridColumn<BudgetLine> => ({
    key,
    title: words.text(`incentive.budget.column.${key}`),
    width: 150,
    align: "end",
    text: (line) => words.quantity({ unit: "money", value: line[key] }, "full"),
    exportValue: (line) => plainNumber(words, { unit: "money", value: line[key] }),
    render: (line) => (
      <Figure
        form="full"
        quantity={{ unit: "money", value: line[key] }}
        explain={() => line.explain()}
        {...(key === "left" && line.left !== null && line.left < 0
          ? { tone: "at-risk" as const, toneLabel: words.text("incentive.budget.over") }
          : {})}
        {...(line[key] === null ? { reason: words.text("incentive.budget.none") } : {})}
      />
    ),
  });
  return [
    {
      key: "kind",
      title: words.text("incentive.budget.column.kind"),
      width: 140,
      text: (line) => words.text(`incentive.budget.${line.kind}`),
    },
    {
      key: "budget",
      title: words.text("incentive.budget.column.budget"),
      width: 150,
      align: "end",
      text: amountText,
      editText: (line) => (line.budget === null ? "" : moneyToDecimal(line.budget, words.currency)),
      exportValue: (line) =>
        line.budget === null ? null : line.budget / 10 ** currencyDigits(words.currency),
    },
    figure("spent"),
    figure("coming"),
    figure("left"),
  ];
}

async function writeBudgets(
  { period }: Pay,
  edits: readonly GridEdit[],
  words: Words,
): Promise<readonly GridProblem[]> {
  const problems: GridProblem[] = [];
  for (const { rowKey, text } of edits) {
    const kind = rowKey as BudgetLine["kind"];
    const isEmpty = text.trim() === "";
    const amount = isEmpty ? null : readAmount(text, words.currency);
    if (amount && !amount.ok) {
      problems.push({ rowKey, columnKey: "budget", message: amount.error });
      continue;
    }
    const command = setBudget(period, kind, amount ? money(amount.value) : null);
    if (!command.ok) {
      problems.push(...command.error.map((one) => ({ rowKey, columnKey: "budget", message: one.message })));
      continue;
    }
    const label = message("incentive.record.budget", {
      kind: message(`incentive.budget.${kind}`),
      period: { period: period.id },
    });
    await runCommand(label, () => command);
  }
  return problems;
}
