import type { Activity } from "../../../core/customer/records.ts";
import { dayColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** Visits, calls and messages, the latest first. */
export function ActivitiesPage({ tabs }: ViewProps) {
  const shown = useShown("activities", {
    day: (one) => one.on,
    texts: (one) => [one.kind, one.text],
    order: "latest-first",
  });
  const columns = useColumns<Activity>(({ words, customer, owner }) => [
    dayColumn("on", words.text("customer.field.date"), { day: (one) => one.on }),
    textColumn("kind", words.text("customer.field.kind"), { width: 90, text: (one) => one.kind }),
    customer,
    textColumn("text", words.text("customer.field.text"), {
      width: 320,
      text: (one) => one.text.split("\n", 1)[0]!,
    }),
    owner,
  ]);
  const total = countTotal("customer.total.activities", shown, (one) => ({
    ref: { table: "activities", id: one.id },
    label: [one.kind, one.customerName].filter(Boolean).join(" · "),
    day: one.on,
  }));
  return <FactTablePage tabs={tabs} table="activities" shown={shown} columns={columns} totals={[total]} />;
}
