import { useState } from "react";
import { careOf } from "../../../core/customer/care.ts";
import type { ContactDue, RenewalDue } from "../../../core/customer/care.ts";
import { ownerFindings } from "../../../core/customer/declared-owners.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CareDaysDrawer } from "./care-days-drawer.tsx";
import { ContactsDueTable, DuesTable, RenewalsTable } from "./care-tables.tsx";
import { FilterLine, useFactTests } from "./fact-filter.tsx";
import { OwnerFindingsTable } from "./owner-findings-table.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal, sumTotal, TotalsLine } from "./totals-line.tsx";
import { useNewRecord } from "./use-query-id.ts";

const PARTS = ["contacts", "renewals", "receivables", "owners"] as const;
type Part = (typeof PARTS)[number];

/** Customers to call on, contracts that run out, money to ask for: per owner, the longest overdue first. */
export function CarePage({ tabs }: ViewProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const tests = useFactTests();
  const [part, setPart] = useState<Part>("contacts");
  const [isSetting, openSettings] = useState(false);
  const [newFor, log] = useNewRecord("care");
  const care = careOf(workspace.facts, { today, settings: settingsOf(workspace) });
  const isShown = ({ customer }: ContactDue | RenewalDue) =>
    tests.isOwned(customer) && tests.hasText(customer.name, customer.level, customer.ownerName);
  const contacts = care.contacts.filter(isShown);
  const renewals = care.renewals.filter(isShown);
  const dues = care.receivables.filter(
    ({ order }) => tests.isOwned(order) && tests.hasText(order.number, order.customerName, order.ownerName),
  );
  const owners = ownerFindings(workspace, today).filter((one) =>
    tests.hasText(one.name, one.owner, one.other),
  );
  const counts = {
    owners: owners.length,
    contacts: contacts.length,
    renewals: renewals.length,
    receivables: dues.length,
  };
  return (
    <>
      <Page
        tabs={tabs}
        activeTab="care"
        tools={
          <>
            <div className="room-views" role="group" aria-label={words.text("customer.care.parts")}>
              {PARTS.map((one) => (
                <Button key={one} kind="chip" pressed={one === part} onClick={() => setPart(one)}>
                  {words.text(`customer.care.part.${one}`, { count: counts[one] })}
                </Button>
              ))}
            </div>
            <FilterLine withPeriod={false} />
            <div className="entry-buttons">
              <Button kind="chip" onClick={() => openSettings(true)}>
                {words.text("customer.care.days.open")}
              </Button>
            </div>
          </>
        }
      >
        <TotalsLine
          totals={[
            countTotal("customer.care.total.contacts", contacts, listedCustomer),
            countTotal("customer.care.total.renewals", renewals, listedCustomer),
            sumTotal(
              "customer.receivable.overdue",
              dues.filter(({ daysOver }) => (daysOver ?? 0) > 0),
              ({ order, open }) => ({
                ref: { table: "orders", id: order.id },
                label: [order.number, order.customerName].filter(Boolean).join(" · "),
                ...(order.dueOn === undefined ? {} : { day: order.dueOn }),
                amount: open,
              }),
            ),
          ]}
        />
        {counts[part] === 0 ? (
          <p className="quiet">{words.text(`customer.care.none.${part}`)}</p>
        ) : part === "contacts" ? (
          <ContactsDueTable rows={contacts} onLog={log} onOpen={openCustomer} />
        ) : part === "renewals" ? (
          <RenewalsTable rows={renewals} onLog={log} onOpen={openCustomer} />
        ) : part === "receivables" ? (
          <DuesTable rows={dues} onOpen={openCustomer} />
        ) : (
          <OwnerFindingsTable rows={owners} />
        )}
      </Page>
      {newFor !== null && (
        <NewRecordDrawer table="activities" customerId={newFor} onClose={() => log(null)} />
      )}
      {isSetting && <CareDaysDrawer onClose={() => openSettings(false)} />}
    </>
  );
}

function openCustomer(id: string): void {
  goTo(placeHref("customer", `customers/${encodeURIComponent(id)}`));
}

function listedCustomer({ customer }: ContactDue | RenewalDue) {
  return { ref: { table: "customers" as const, id: customer.id }, label: customer.name };
}
