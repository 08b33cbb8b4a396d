import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { moneyToDecimal } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { assignOwner } from "../../../core/customer/assign-owner.ts";
import { customerChoices } from "../../../core/customer/customer-choices.ts";
import { TYPED_FIELDS } from "../../../core/customer/edit-fields.ts";
import type { TypedField, TypedRecord, TypedTable } from "../../../core/customer/edit-fields.ts";
import { creditsOf, ownerIndex } from "../../../core/customer/owner.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { removeRecord } from "../../../core/customer/remove-record.ts";
import { rowsOf, settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { editRecord, labelOf, recordName, runFromField } from "./book-commands.ts";
import { CreditShares } from "./credit-shares.tsx";
import { SystemWords } from "./match/system-words.tsx";
import { OwnerRepair } from "./owner-repair.tsx";
import { RecordField } from "./record-field.tsx";
import { RecordOrigin, useFieldOrigin } from "./record-origin.tsx";

export interface RecordProps {
  readonly table: TypedTable;
  readonly record: TypedRecord;
}

/** Everything about one customer, deal or order. Each field is taken when it is left; beside it stands who wrote it. */
export function RecordDrawer({ table, record, onClose }: RecordProps & { onClose(): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const originOf = useFieldOrigin(record);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    const label = labelOf("remove", table, recordName(record));
    const wrong = await runFromField(words, label, removeRecord(workspace, { table, id: record.id }));
    setProblem(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Drawer
      open
      width={560}
      title={recordName(record)}
      onClose={onClose}
      footer={
        <>
          {table === "customers" && <AddForCustomer id={record.id} />}
          <Button onClick={() => void remove()}>{words.text("base.remove")}</Button>
        </>
      }
    >
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <OwnerRepair fact={record} />
      <div className="record-fields">
        <OwnerField table={table} record={record} />
        {TYPED_FIELDS[table].map((field) => (
          <RecordField
            key={field.key}
            field={field}
            value={fieldText(workspace, record, field)}
            note={originOf(field.kind === "customer" ? "customerName" : field.key)}
            onCommit={(text) => editRecord(words, { table, record }, { [field.key]: text })}
          />
        ))}
      </div>
      {table === "deals" && <DealState deal={record as Deal} />}
      {table !== "customers" && <CreditShares table={table} record={record} />}
      <SystemWords table={table} record={record} />
      <RecordOrigin record={record} />
    </Drawer>
  );
}

function AddForCustomer({ id }: { readonly id: string }) {
  const words = useWords();
  return (["deals", "orders"] as const).map((path) => (
    <Button key={path} onClick={() => goTo(placeHref("customer", path, { new: id }))}>
      {words.text(`customer.new.${path}`)}
    </Button>
  ));
}

/** What the stage makes of the deal. */
function DealState({ deal }: { readonly deal: Deal }) {
  const words = useWords();
  return (
    <p className="quiet">
      {words.text("customer.deal.state-line", { state: words.text(`customer.category.${deal.category}`) })}
    </p>
  );
}

const AS_IN_FILE = "?";
const SHARED = "*";

/** The owner: one of the members, nobody, or as it stands a stranger of a file or several. */
function OwnerField({ table, record }: RecordProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const originOf = useFieldOrigin(record);
  const members = rowsOf(workspace, "members");
  const { shares } = creditsOf(record, ownerIndex(members));
  const unknown = { value: AS_IN_FILE, label: record.ownerName ?? "" };
  const shared = { value: SHARED, label: words.text("customer.credit.several") };
  const isUnknown = shares.length === 0 && record.ownerName !== undefined;
  const value = isUnknown ? AS_IN_FILE : shares.length > 1 ? SHARED : (shares[0]?.memberId ?? "");
  const note = originOf("ownerName");
  return (
    <SelectField
      label={words.text("customer.field.owner")}
      {...(note === undefined ? {} : { note })}
      value={value as string}
      options={[
        ...(isUnknown ? [unknown] : []),
        ...(shares.length > 1 ? [shared] : []),
        { value: "", label: words.text("base.unassigned") },
        ...members.map((member) => ({ value: member.id as string, label: member.name })),
      ]}
      onCommit={(id) => {
        if (id === AS_IN_FILE || id === SHARED) return null;
        const memberId = id === "" ? null : (id as MemberId);
        const label = labelOf("edit", table, recordName(record));
        return runFromField(words, label, assignOwner(workspace, { table, id: record.id, memberId }));
      }}
    />
  );
}

/** A field's value as it can be typed again. */
function fieldText(workspace: Workspace, record: TypedRecord, field: TypedField): string {
  const values = record as unknown as Readonly<Record<string, string | number | undefined>>;
  if (field.kind === "customer") {
    const linked = customerChoices(workspace.facts.customers).labelById.get(String(values["customerId"]));
    return linked ?? String(values["customerName"] ?? "");
  }
  const value = values[field.key];
  if (value === undefined) return "";
  if (field.kind === "percent") return `${Number(value) / 10_000}%`;
  if (field.kind !== "money") return String(value);
  const decimal = moneyToDecimal(value as Money, settingsOf(workspace).currency);
  return decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}
