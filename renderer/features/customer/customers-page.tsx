import { useMemo } from "react";
import { customerTotals, NO_TOTALS } from "../../../core/customer/fact-totals.ts";
import type { CustomerTotals } from "../../../core/customer/fact-totals.ts";
import type { Customer } from "../../../core/customer/records.ts";
import { dealDay } from "../../../core/kpi/fact-source.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { countColumn, dayColumn, moneyColumn, ownerColumn, textColumn } from "./fact-columns.tsx";
import { useFactTests } from "./fact-filter.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";

type CustomerRow = Customer & { readonly totals: CustomerTotals };

/** All customers with what they bought in the span chosen. */
export function CustomersPage({ tabs }: ViewProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const tests = useFactTests();
  const customers = factsOf(workspace, "customers");
  const orders = factsOf(workspace, "orders");
  const deals = factsOf(workspace, "deals");
  const totals = useMemo(
    () =>
      customerTotals(
        orders.filter((order) => tests.isInSpan(order.on)),
        deals
          .filter((deal) => deal.category === "won")
          .map((deal) => ({ deal, on: dealDay(deal) }))
          .filter(({ on }) => tests.isInSpan(on)),
      ),
    // oxlint-disable-next-line react/exhaustive-deps
    [orders, deals, tests.spanKey],
  );
  const shown = useMemo(
    () =>
      customers
        .filter(
          (customer) =>
            tests.isOwned(customer) &&
            (!tests.isSearching ||
              tests.hasText(customer.name, customer.industry, customer.region, customer.ownerName)),
        )
        .map((customer): CustomerRow => ({ ...customer, totals: totals.get(customer.id) ?? NO_TOTALS })),
    // oxlint-disable-next-line react/exhaustive-deps
    [customers, totals, tests.key, tests.index],
  );
  const columns = useMemo(
    () => [
      textColumn<CustomerRow>("name", words.text("customer.field.customer"), {
        width: 240,
        text: (row) => row.name,
      }),
      ownerColumn<CustomerRow>(words.text("customer.field.owner"), {
        index: tests.index,
        members: workspace.rows.members,
      }),
      textColumn<CustomerRow>("industry", words.text("customer.field.industry"), {
        width: 110,
        text: (row) => row.industry ?? "",
      }),
      textColumn<CustomerRow>("region", words.text("customer.field.region"), {
        width: 100,
        text: (row) => row.region ?? "",
      }),
      countColumn<CustomerRow>("orders", words.text("customer.total.orders"), (row) => row.totals.orders),
      moneyColumn<CustomerRow>("order-amount", words.text("customer.total.order-amount"), {
        words,
        amount: (row) => row.totals.orderAmount,
      }),
      moneyColumn<CustomerRow>("won-amount", words.text("customer.total.won-amount"), {
        words,
        amount: (row) => row.totals.wonAmount,
      }),
      dayColumn<CustomerRow>("last", words.text("customer.last-purchase"), {
        day: (row) => row.totals.lastOn ?? undefined,
      }),
    ],
    [words, tests.index, workspace.rows.members],
  );
  const buying = shown.filter(({ totals: { orders: count, wonDeals } }) => count + wonDeals > 0);
  return (
    <FactTablePage
      tabs={tabs}
      table="customers"
      shown={shown}
      columns={columns}
      totals={[
        countTotal("customer.total.customers", shown, listed),
        countTotal("customer.total.buying", buying, listed),
      ]}
    />
  );
}

function listed(row: CustomerRow) {
  return { ref: { table: "customers" as const, id: row.id }, label: row.name };
}
