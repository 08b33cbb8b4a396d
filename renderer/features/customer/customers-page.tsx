import { useMemo } from "react";
import { message } from "../../../core/base/message.ts";
import { customerTotals, explainCount, NO_TOTALS } from "../../../core/customer/fact-totals.ts";
import type { CustomerTotals } from "../../../core/customer/fact-totals.ts";
import type { Customer } from "../../../core/customer/records.ts";
import { dealDay } from "../../../core/kpi/fact-source.ts";
import { factById, factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EmptyBook } from "./empty-book.tsx";
import {
  countColumn,
  dayColumn,
  moneyColumn,
  ownerColumn,
  spokenColumns,
  textColumn,
} from "./fact-columns.tsx";
import { FilterLine, useFactTests } from "./fact-filter.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { TotalsLine } from "./totals-line.tsx";
import { useNewRecord, useQueryId } from "./use-query-id.ts";

type CustomerRow = Customer & { readonly totals: CustomerTotals };

/** All customers with what they bought in the span chosen. */
export function CustomersPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const tests = useFactTests();
  const [openId, open] = useQueryId("customers");
  const [newFor, add] = useNewRecord("customers");
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
  const opened = openId === null ? undefined : factById(workspace, "customers", openId);
  const buying = shown.filter(({ totals: { orders: count, wonDeals } }) => count + wonDeals > 0);
  return (
    <>
      {customers.length === 0 ? (
        <EmptyBook tabs={tabs} activeTab="customers" onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab="customers"
          tools={
            <>
              <FilterLine />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <TotalsLine
            totals={[
              { key: "customer.total.customers", rows: shown },
              { key: "customer.total.buying", rows: buying },
            ].map(({ key, rows }) => ({
              label: words.text(key),
              quantity: { unit: "count", value: rows.length },
              explain: () => explainCount(message(key), rows.map(listed)),
            }))}
          />
          <DataTable
            label={words.text("customer.tab.customers")}
            rows={shown}
            rowKey={(row) => row.id}
            columns={spokenColumns(columns, shown)}
            onOpen={(row) => open(row.id)}
            exportName={words.text("customer.tab.customers")}
            height="calc(100dvh - 290px)"
          />
          {opened && (
            <RecordDrawer key={opened.id} table="customers" record={opened} onClose={() => open(null)} />
          )}
        </Page>
      )}
      {newFor !== null && <NewRecordDrawer table="customers" customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}

function listed(row: CustomerRow) {
  return { ref: { table: "customers" as const, id: row.id }, label: row.name };
}
