import { orderChoices } from "../../../core/customer/record-choices.ts";
import type { Payment } from "../../../core/customer/records.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { dayColumn, moneyColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal, sumTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** Money received. */
export function PaymentsPage({ tabs }: ViewProps) {
  const { orders } = useWorkspace().facts;
  const { labelById } = orderChoices(orders);
  const orderOf = ({ orderId }: Payment) => (orderId === undefined ? "" : (labelById.get(orderId) ?? ""));
  const shown = useShown("payments", {
    day: (one) => one.on,
    texts: (one) => [orderOf(one), one.sourceId],
    order: "latest-first",
  });
  const columns = useColumns<Payment>(({ words, customer, owner }) => [
    dayColumn("on", words.text("customer.field.date"), { day: (one) => one.on }),
    customer,
    textColumn("order", words.text("customer.field.order"), { width: 150, text: orderOf }),
    moneyColumn("amount", words.text("customer.field.amount"), { words, amount: (one) => one.amount }),
    owner,
  ]);
  const listed = (one: Payment) => ({
    ref: { table: "payments" as const, id: one.id },
    label: [orderOf(one), one.customerName].filter(Boolean).join(" · ") || one.id,
    day: one.on,
    amount: one.amount,
  });
  const totals = [
    countTotal("customer.total.payments", shown, listed),
    sumTotal("customer.total.paid-amount", shown, listed),
  ];
  return <FactTablePage tabs={tabs} table="payments" shown={shown} columns={columns} totals={totals} />;
}
