import { sumMoney } from "../../../core/base/money.ts";
import { payList, payTotal } from "../../../core/incentive/pay/pay-list.ts";
import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { approveRows } from "./approve-rows.ts";
import { SavePayroll } from "./save-payroll.tsx";
import { statementColumns } from "./statement-columns.tsx";
import { StatementDrawer } from "./statement-drawer.tsx";
import { usePay } from "./use-pay.ts";
import "./incentive.css";

/** 薪酬单: what each member gets for the period, and what of it is approved. */
export function StatementsPage({
  tabs,
  shownId,
}: {
  readonly tabs: readonly PageTab[];
  readonly shownId: string;
}) {
  const words = useWords();
  const { context, period } = usePay();
  const rows = payList(context, period);
  const shown = rows.find((row) => row.member.id === shownId || row.statement.id === shownId);
  const hasPlan = [...context.rows.payPlans.values()].some((plan) => !plan.archived);
  return (
    <Page
      tabs={tabs}
      activeTab="statements"
      {...(rows.length > 0
        ? { tools: <Tools rows={rows} />, hint: words.text("incentive.statements.hint") }
        : {})}
    >
      {rows.length === 0 ? (
        <EmptyState
          title={words.text(`incentive.statements.${hasPlan ? "none" : "no-plan"}.title`)}
          text={words.text(`incentive.statements.${hasPlan ? "none" : "no-plan"}.text`)}
          actions={[
            { label: words.text("incentive.plan.go"), onClick: () => goTo(placeHref("incentive", "plans")) },
          ]}
        />
      ) : (
        <>
          <Totals rows={rows} />
          <DataTable
            label={words.text("incentive.statements.table", { period: { period: period.id } })}
            rows={rows}
            rowKey={(row) => row.statement.id}
            columns={statementColumns(words)}
            onOpen={(row) => goTo(statementHref(row.statement.id))}
            exportName={words.text("incentive.statements.file", { period: { period: period.id } })}
          />
        </>
      )}
      {shown && (
        <StatementDrawer
          key={shown.statement.id}
          row={shown}
          onClose={() => {
            // Who has gone on while something was saved is not taken back.
            if (window.location.hash.startsWith(placeHref("incentive", "statements/"))) {
              goTo(placeHref("incentive", "statements"));
            }
          }}
        />
      )}
    </Page>
  );
}

function statementHref(id: string): string {
  return placeHref("incentive", `statements/${encodeURIComponent(id)}`);
}

function Totals({ rows }: { readonly rows: readonly PayListRow[] }) {
  const words = useWords();
  const { period } = usePay();
  const total = payTotal(rows, period);
  const held = sumMoney(rows.map((row) => row.statement.held));
  const approved = rows.filter((row) => row.state === "approved");
  return (
    <p className="pay-totals">
      <span>{words.text("incentive.total")}</span>
      <Figure
        size="headline"
        quantity={{ unit: "money", value: total.total }}
        form="full"
        explain={() => total.explain()}
      />
      <span className="quiet">
        {words.text("incentive.total.state", { approved: approved.length, all: rows.length })}
        {held !== 0 && ` · ${words.text("incentive.total.held", { held: { unit: "money", value: held } })}`}
      </span>
    </p>
  );
}

function Tools({ rows }: { readonly rows: readonly PayListRow[] }) {
  const words = useWords();
  const { period } = usePay();
  const ready = rows.filter((row) => row.state === "ready");
  const none = ready.length === 0;
  return (
    <>
      <Button
        kind="primary"
        disabled={none}
        {...(none ? { title: words.text("incentive.approve.none") } : {})}
        onClick={() => void approveRows(ready)}
      >
        {none
          ? words.text("incentive.approve")
          : words.text("incentive.approve.all", { count: ready.length })}
      </Button>
      <SavePayroll period={period} />
    </>
  );
}
