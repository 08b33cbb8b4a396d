import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Money } from "../../../core/base/money.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { dealTotals, listedDeal, weightedAmount } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { factById, factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EmptyBook } from "./empty-book.tsx";
import { dayColumn, moneyColumn, ownerColumn, spokenColumns, textColumn } from "./fact-columns.tsx";
import { FilterLine, useFactTests } from "./fact-filter.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { TotalsLine } from "./totals-line.tsx";
import { useNewRecord, useQueryId } from "./use-query-id.ts";

type Shown = "all" | Deal["category"];
const CATEGORIES: readonly Shown[] = ["all", "open", "won", "lost", "void"];

/** All deals, by state, owner, period and text, with what they come to. */
export function DealsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const tests = useFactTests();
  const [openId, open] = useQueryId("deals");
  const [newFor, add] = useNewRecord("deals");
  const [category, setCategory] = useState<Shown>("all");
  const deals = factsOf(workspace, "deals");
  const shown = useMemo(
    () =>
      deals.filter(
        (deal) =>
          (category === "all" || deal.category === category) &&
          tests.isOwned(deal) &&
          tests.isInSpan(deal.closedOn ?? deal.expectedCloseOn) &&
          (!tests.isSearching ||
            tests.hasText(
              deal.name,
              currentCustomerName(workspace.facts.customers, deal),
              deal.stage,
              deal.product,
              deal.ownerName,
            )),
      ),
    // oxlint-disable-next-line react/exhaustive-deps
    [deals, workspace.facts.customers, category, tests.key, tests.index],
  );
  const columns = useMemo(
    () => [
      textColumn<Deal>("name", words.text("customer.field.name"), {
        width: 190,
        text: (deal) => deal.name || deal.id,
      }),
      textColumn<Deal>("customer", words.text("customer.field.customer"), {
        width: 180,
        text: (deal) => currentCustomerName(workspace.facts.customers, deal),
      }),
      ownerColumn<Deal>(words.text("customer.field.owner"), {
        index: tests.index,
        members: workspace.rows.members,
      }),
      textColumn<Deal>("stage", words.text("customer.field.stage"), {
        width: 92,
        text: (deal) => deal.stage ?? "",
      }),
      textColumn<Deal>("category", words.text("customer.deal.state"), {
        width: 72,
        text: (deal) => words.text(`customer.category.${deal.category}`),
      }),
      moneyColumn<Deal>("amount", words.text("customer.field.amount"), {
        words,
        amount: (deal) => deal.amount,
      }),
      dayColumn<Deal>("expected", words.text("customer.field.expectedClose"), {
        day: (deal) => deal.expectedCloseOn,
      }),
      dayColumn<Deal>("closed", words.text("customer.field.closed"), { day: (deal) => deal.closedOn }),
    ],
    [words, tests.index, workspace.rows.members, workspace.facts.customers],
  );
  const opened = openId === null ? undefined : factById(workspace, "deals", openId);
  const states = (
    <Choice<Shown>
      label={words.text("customer.deal.state")}
      value={category}
      options={CATEGORIES.map((value) => ({ value, label: words.text(`customer.category.${value}`) }))}
      onChange={setCategory}
    />
  );
  return (
    <>
      {deals.length === 0 ? (
        <EmptyBook tabs={tabs} activeTab="deals" onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab="deals"
          tools={
            <>
              {states}
              <FilterLine />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <DealTotals deals={shown} />
          <DataTable
            label={words.text("customer.tab.deals")}
            rows={shown}
            rowKey={(deal) => deal.id}
            columns={spokenColumns(columns, shown)}
            onOpen={(deal) => open(deal.id)}
            exportName={words.text("customer.tab.deals")}
            height="calc(100dvh - 290px)"
          />
          {opened && (
            <RecordDrawer key={opened.id} table="deals" record={opened} onClose={() => open(null)} />
          )}
        </Page>
      )}
      {newFor !== null && <NewRecordDrawer table="deals" customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}

function DealTotals({ deals }: { readonly deals: readonly Deal[] }) {
  const words = useWords();
  const totals = dealTotals(deals);
  const listed = (key: string, amountOf: (deal: Deal) => Money | undefined, category: Deal["category"]) =>
    explainSum(
      message(key),
      deals.filter((deal) => deal.category === category).map((deal) => listedDeal(deal, amountOf(deal))),
    );
  const sums = [
    { key: "customer.total.won-amount", value: totals.won, of: "won", amountOf: amountOfDeal },
    { key: "customer.total.open-amount", value: totals.open, of: "open", amountOf: amountOfDeal },
    { key: "customer.total.weighted-amount", value: totals.weighted, of: "open", amountOf: weightedAmount },
  ] as const;
  return (
    <TotalsLine
      totals={[
        {
          label: words.text("customer.total.deals"),
          quantity: { unit: "count", value: deals.length },
          explain: () =>
            explainCount(
              message("customer.total.deals"),
              deals.map((deal) => listedDeal(deal, deal.amount)),
            ),
        },
        ...sums.map(({ key, value, of, amountOf }) => ({
          label: words.text(key),
          quantity: { unit: "money" as const, value },
          explain: () => listed(key, amountOf, of),
        })),
      ]}
    />
  );
}

function amountOfDeal(deal: Deal): Money | undefined {
  return deal.amount;
}
