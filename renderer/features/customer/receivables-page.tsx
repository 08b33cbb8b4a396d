import { useMemo } from "react";
import { receivables } from "../../../core/customer/receivables.ts";
import type { Receivable } from "../../../core/customer/receivables.ts";
import type { Order } from "../../../core/customer/records.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { dayColumn, moneyColumn, overdueColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { sumTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

type Row = Order & { readonly of: Receivable };

/** What is due and not paid yet, the longest overdue first. */
export function ReceivablesPage({ tabs }: ViewProps) {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const orders = useShown("orders", { day: (one) => one.dueOn ?? one.on, texts: (one) => [one.number] });
  const payments = factsOf(workspace, "payments");
  const shown = useMemo(
    () => receivables(orders, payments, today).map((of): Row => ({ ...of.order, of })),
    [orders, payments, today],
  );
  const columns = useColumns<Row>(({ words, customer, owner }) => [
    textColumn("number", words.text("customer.field.number"), { width: 130, text: (row) => row.number }),
    customer,
    owner,
    dayColumn("due", words.text("customer.field.due"), { day: (row) => row.dueOn }),
    moneyColumn("amount", words.text("customer.receivable.amount"), { words, amount: (row) => row.amount }),
    moneyColumn("paid", words.text("customer.field.paid"), { words, amount: (row) => row.of.paid }),
    moneyColumn("open", words.text("customer.receivable.open"), { words, amount: (row) => row.of.open }),
    overdueColumn("over", words.text("customer.receivable.over"), { words, days: (row) => row.of.daysOver }),
  ]);
  const listed = ({ of: { order, open } }: Row) => ({
    ref: { table: "orders" as const, id: order.id },
    label: [order.number, order.customerName].filter(Boolean).join(" · "),
    ...(order.dueOn === undefined ? {} : { day: order.dueOn }),
    amount: open,
  });
  const overdue = shown.filter((row) => (row.of.daysOver ?? 0) > 0);
  const totals = [
    sumTotal("customer.receivable.open", shown, listed),
    sumTotal("customer.receivable.overdue", overdue, listed),
  ];
  return (
    <FactTablePage
      tabs={tabs}
      table="orders"
      view="receivables"
      shown={shown}
      columns={columns}
      totals={totals}
    />
  );
}
