import { useMemo, useState } from "react";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import { dealTotals, listedDeal, weightedAmount } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { dayColumn, moneyColumn, ownerColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { useShown } from "./use-shown.ts";
import type { ShownBy } from "./use-shown.ts";
import { countTotal, knownTotal } from "./totals-line.tsx";
import type { Total } from "./totals-line.tsx";

type Shown = "all" | Deal["category"];
const CATEGORIES: readonly Shown[] = ["all", "open", "won", "lost", "void"];

const SHOWN_BY: ShownBy<"deals"> = {
  day: (deal) => deal.closedOn ?? deal.expectedCloseOn,
  texts: (deal) => [deal.name, deal.stage, deal.product],
  order: "latest-first",
};

/** All deals, the latest to close first, by state, owner, period and text, with what they come to. */
export function DealsPage({ tabs }: ViewProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const index = ownerIndex(rowsOf(workspace, "members"));
  const [category, setCategory] = useState<Shown>("all");
  const passed = useShown("deals", SHOWN_BY);
  const shown = useMemo(
    () => (category === "all" ? passed : passed.filter((deal) => deal.category === category)),
    [passed, category],
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
        index,
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
    [words, index, workspace.rows.members, workspace.facts.customers],
  );
  const totals = useMemo(() => totalsOf(shown), [shown]);
  const states = (
    <Choice<Shown>
      label={words.text("customer.deal.state")}
      value={category}
      options={CATEGORIES.map((value) => ({ value, label: words.text(`customer.category.${value}`) }))}
      onChange={setCategory}
    />
  );
  return (
    <FactTablePage tabs={tabs} table="deals" shown={shown} columns={columns} totals={totals} tools={states} />
  );
}

function totalsOf(deals: readonly Deal[]): readonly Total[] {
  const { won, open, weighted } = dealTotals(deals);
  const listed = (deal: Deal) => listedDeal(deal, deal.amount);
  const of = (category: Deal["category"]) => () => deals.filter((deal) => deal.category === category);
  return [
    countTotal("customer.total.deals", deals, listed),
    knownTotal("customer.total.won-amount", won, () => of("won")().map(listed)),
    knownTotal("customer.total.open-amount", open, () => of("open")().map(listed)),
    knownTotal("customer.total.weighted-amount", weighted, () =>
      of("open")().map((deal) => listedDeal(deal, weightedAmount(deal))),
    ),
  ];
}
