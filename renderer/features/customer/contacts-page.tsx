import type { Contact } from "../../../core/customer/records.ts";
import { textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** The people at the customers. */
export function ContactsPage({ tabs }: ViewProps) {
  const shown = useShown("contacts", { texts: (one) => [one.name, one.title, one.phone, one.email] });
  const columns = useColumns<Contact>(({ words, customer, owner }) => [
    textColumn("name", words.text("customer.field.name"), { width: 140, text: (one) => one.name }),
    customer,
    textColumn("title", words.text("customer.field.title"), { width: 120, text: (one) => one.title ?? "" }),
    textColumn("phone", words.text("customer.field.phone"), { width: 140, text: (one) => one.phone ?? "" }),
    textColumn("email", words.text("customer.field.email"), { width: 200, text: (one) => one.email ?? "" }),
    owner,
  ]);
  const total = countTotal("customer.total.contacts", shown, (one) => ({
    ref: { table: "contacts", id: one.id },
    label: one.name,
  }));
  return <FactTablePage tabs={tabs} table="contacts" shown={shown} columns={columns} totals={[total]} />;
}
