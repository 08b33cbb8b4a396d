import { useMemo } from "react";
import { sumMoney } from "../../../core/base/money.ts";
import type { ListedFact } from "../../../core/customer/fact-totals.ts";
import type { Order } from "../../../core/customer/records.ts";
import { dayColumn, moneyColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal, knownTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** All orders, the latest first, by owner, period and text, with their sum. */
export function OrdersPage({ tabs }: ViewProps) {
  const shown = useShown("orders", {
    day: (order) => order.on,
    texts: (order) => [order.number, order.product],
    order: "latest-first",
  });
  const columns = useColumns<Order>(({ words, customer, owner }) => [
    textColumn("number", words.text("customer.field.number"), { width: 150, text: (order) => order.number }),
    { ...customer, width: 260 },
    owner,
    dayColumn("on", words.text("customer.field.date"), { day: (order) => order.on }),
    moneyColumn("amount", words.text("customer.field.amount"), { words, amount: (order) => order.amount }),
    moneyColumn("paid", words.text("customer.field.paid"), { words, amount: (order) => order.paid }),
  ]);
  const totals = useMemo(
    () => [
      countTotal("customer.total.orders", shown, listed),
      knownTotal("customer.total.order-amount", sumMoney(shown.map((order) => order.amount)), () =>
        shown.map(listed),
      ),
    ],
    [shown],
  );
  return <FactTablePage tabs={tabs} table="orders" shown={shown} columns={columns} totals={totals} />;
}

function listed(order: Order): ListedFact {
  const label = order.customerName === undefined ? order.number : `${order.number} · ${order.customerName}`;
  return { ref: { table: "orders", id: order.id }, label, day: order.on, amount: order.amount };
}
