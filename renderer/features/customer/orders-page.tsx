import { useMemo } from "react";
import { message } from "../../../core/base/message.ts";
import { sumMoney } from "../../../core/base/money.ts";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import type { ListedFact } from "../../../core/customer/fact-totals.ts";
import type { Order } from "../../../core/customer/records.ts";
import { factById, factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EmptyBook } from "./empty-book.tsx";
import { FilterLine, useFactTests } from "./fact-filter.tsx";
import { dayColumn, moneyColumn, ownerColumn, spokenColumns, textColumn } from "./fact-columns.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { TotalsLine } from "./totals-line.tsx";
import { useNewRecord, useQueryId } from "./use-query-id.ts";

/** All orders, by owner, period and text, with their sum. */
export function OrdersPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const tests = useFactTests();
  const [openId, open] = useQueryId("orders");
  const [newFor, add] = useNewRecord("orders");
  const orders = factsOf(workspace, "orders");
  const shown = useMemo(
    () =>
      orders.filter(
        (order) =>
          tests.isOwned(order) &&
          tests.isInSpan(order.on) &&
          (!tests.isSearching ||
            tests.hasText(
              order.number,
              currentCustomerName(workspace.facts.customers, order),
              order.product,
              order.ownerName,
            )),
      ),
    // The tests are new at every draw; their key says when they differ.
    // oxlint-disable-next-line react/exhaustive-deps
    [orders, workspace.facts.customers, tests.key, tests.index],
  );
  const columns = useMemo(
    () => [
      textColumn<Order>("number", words.text("customer.field.number"), {
        width: 150,
        text: (order) => order.number,
      }),
      textColumn<Order>("customer", words.text("customer.field.customer"), {
        width: 260,
        text: (order) => currentCustomerName(workspace.facts.customers, order),
      }),
      ownerColumn<Order>(words.text("customer.field.owner"), {
        index: tests.index,
        members: workspace.rows.members,
      }),
      dayColumn<Order>("on", words.text("customer.field.date"), { day: (order) => order.on }),
      moneyColumn<Order>("amount", words.text("customer.field.amount"), {
        words,
        amount: (order) => order.amount,
      }),
      moneyColumn<Order>("paid", words.text("customer.field.paid"), { words, amount: (order) => order.paid }),
    ],
    [words, tests.index, workspace.rows.members, workspace.facts.customers],
  );
  const opened = openId === null ? undefined : factById(workspace, "orders", openId);
  return (
    <>
      {orders.length === 0 ? (
        <EmptyBook tabs={tabs} activeTab="orders" onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab="orders"
          tools={
            <>
              <FilterLine />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <TotalsLine
            totals={[
              {
                label: words.text("customer.total.orders"),
                quantity: { unit: "count", value: shown.length },
                explain: () => explainCount(message("customer.total.orders"), shown.map(listed)),
              },
              {
                label: words.text("customer.total.order-amount"),
                quantity: { unit: "money", value: sumMoney(shown.map((order) => order.amount)) },
                explain: () => explainSum(message("customer.total.order-amount"), shown.map(listed)),
              },
            ]}
          />
          <DataTable
            label={words.text("customer.tab.orders")}
            rows={shown}
            rowKey={(order) => order.id}
            columns={spokenColumns(columns, shown)}
            onOpen={(order) => open(order.id)}
            exportName={words.text("customer.tab.orders")}
            height="calc(100dvh - 290px)"
          />
          {opened && (
            <RecordDrawer key={opened.id} table="orders" record={opened} onClose={() => open(null)} />
          )}
        </Page>
      )}
      {newFor !== null && <NewRecordDrawer table="orders" customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}

function listed(order: Order): ListedFact {
  const label = order.customerName === undefined ? order.number : `${order.number} · ${order.customerName}`;
  return { ref: { table: "orders", id: order.id }, label, day: order.on, amount: order.amount };
}
