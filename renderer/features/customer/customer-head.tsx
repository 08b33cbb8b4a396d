import type { Customer } from "../../../core/customer/records.ts";
import { TYPED_FIELDS } from "../../../core/customer/typed-fields.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import { factsOf, rowsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { fieldText } from "./field-text.ts";
import { OwnerCell } from "./owner-cell.tsx";
import { useFieldOrigin } from "./record-origin.tsx";

/** What is known of a customer, each with who wrote it, and the people there. */
export function CustomerHead(props: { readonly customer: Customer; onOpen(contactId: string): void }) {
  const { customer } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const originOf = useFieldOrigin(customer);
  const facts = TYPED_FIELDS.customers
    .filter(({ key }) => key !== "name")
    .map((field) => ({ field, text: fieldText(workspace, customer, field) }))
    .filter(({ text }) => text !== "");
  const contacts = factsOf(workspace, "contacts").filter((one) => one.customerId === customer.id);
  return (
    <section className="customer-head">
      <h2>{customer.name}</h2>
      <dl>
        <div data-tip={originOf("ownerName")}>
          <dt>{words.text("customer.field.owner")}</dt>
          <dd>
            <OwnerCell fact={customer} index={ownerIndex(rowsOf(workspace, "members"))} />
          </dd>
        </div>
        {facts.map(({ field, text }) => (
          <div key={field.key} data-tip={originOf(field.key)}>
            <dt>{words.text(`customer.field.${field.label}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {contacts.length > 0 && (
          <div>
            <dt>{words.text("customer.view.contacts")}</dt>
            <dd className="customer-contacts">
              {contacts.map((one) => (
                <Button key={one.id} kind="link" onClick={() => props.onOpen(one.id)}>
                  {[one.name, one.title].filter(Boolean).join(" · ")}
                </Button>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
