import type { FactRef, RecordRef } from "../../../core/base/id.ts";
import { factsOf, rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import type { Entry, EntryKind } from "./find-entries.ts";

/** Everything in the workspace that has a name and a place. */
export function workspaceEntries(workspace: Workspace, words: Words): readonly Entry[] {
  const groupName = (id: string): string => {
    const group = workspace.rows.groups.get(id);
    return group ? words.name(group.name) : "";
  };
  const customerName = (record: {
    customerId?: string | undefined;
    customerName?: string | undefined;
  }): string => record.customerName ?? "";
  return [
    ...rowsOf(workspace, "members").map((member) =>
      entryOf("member", { table: "members", id: member.id }, [
        member.name,
        [member.employeeNumber, ...member.aliases],
      ]),
    ),
    ...rowsOf(workspace, "groups")
      .filter((group) => !group.archived)
      .map((group) => entryOf("group", { table: "groups", id: group.id }, [words.name(group.name), []])),
    ...rowsOf(workspace, "duties")
      .filter((duty) => !duty.archived)
      .map((duty) =>
        entryOf("duty", { table: "duties", id: duty.id }, [words.name(duty.name), [groupName(duty.groupId)]]),
      ),
    ...rowsOf(workspace, "kpis")
      .filter((kpi) => !kpi.archived)
      .map((kpi) => entryOf("kpi", { table: "kpis", id: kpi.id }, [words.name(kpi.name), []])),
    ...planEntries(workspace),
    ...factsOf(workspace, "customers").map((customer) =>
      entryOf("customer", { table: "customers", id: customer.id }, [
        customer.name,
        [customer.industry, customer.ownerName],
      ]),
    ),
    ...factsOf(workspace, "deals").map((deal) =>
      entryOf("deal", { table: "deals", id: deal.id }, [
        deal.name,
        [customerName(deal), deal.stage, deal.ownerName],
      ]),
    ),
    ...factsOf(workspace, "orders").map((order) =>
      entryOf("order", { table: "orders", id: order.id }, [
        order.number,
        [customerName(order), order.ownerName],
      ]),
    ),
    ...factsOf(workspace, "contacts").map((contact) =>
      entryOf("contact", { table: "contacts", id: contact.id }, [
        contact.name,
        [customerName(contact), contact.title, contact.phone, contact.email],
      ]),
    ),
    ...factsOf(workspace, "cases").map((one) =>
      entryOf("case", { table: "cases", id: one.id }, [
        one.subject || one.number || one.kind,
        [one.number, customerName(one), one.kind, one.status],
      ]),
    ),
  ];
}

function planEntries(workspace: Workspace): readonly Entry[] {
  return rowsOf(workspace, "payPlans")
    .filter((plan) => !plan.archived)
    .map((plan) => entryOf("plan", { table: "payPlans", id: plan.id }, [plan.name, []]));
}

function entryOf(
  kind: EntryKind,
  ref: FactRef | RecordRef,
  [title, details]: readonly [string, readonly (string | undefined)[]],
): Entry {
  return {
    kind,
    id: `${ref.table}/${ref.id}`,
    title: title === "" ? ref.id : title,
    detail: details.filter((part) => part !== undefined && part !== "" && part !== title).join(" · "),
    run: () => goTo(recordHref(ref) ?? placeHref("home")),
  };
}
