import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { assignOwner } from "../../../core/customer/assign-owner.ts";
import { TYPED_FIELDS } from "../../../core/customer/typed-fields.ts";
import type { TypedField, TypedRecord, TypedTable } from "../../../core/customer/typed-fields.ts";
import { creditsOf, ownerIndex } from "../../../core/customer/owner.ts";
import { CASE_STEPS } from "../../../core/customer/case-chain.ts";
import type { Case, Deal } from "../../../core/customer/records.ts";
import { removeRecord } from "../../../core/customer/remove-record.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { editRecord, labelOf, recordName } from "./book-commands.ts";
import { CaseChain, fieldsOfStep } from "./case-chain.tsx";
import { CreditShares } from "./credit-shares.tsx";
import { DealPractices } from "./deal-practices.tsx";
import { SystemWords } from "./match/system-words.tsx";
import { fieldText, propertyOf } from "./field-text.ts";
import { OwnerRepair } from "./owner-repair.tsx";
import { RecordField } from "./record-field.tsx";
import { RecordOrigin, useFieldOrigin } from "./record-origin.tsx";

export interface RecordProps {
  readonly table: TypedTable;
  readonly record: TypedRecord;
}

interface DrawerProps extends RecordProps {
  /** Offers what can be added for a customer, where the page around does not. */
  readonly withAdding?: boolean;
  onClose(): void;
}

/** Everything about one record. Each field is taken when it is left; beside it stands who wrote it. */
export function RecordDrawer({ table, record, withAdding, onClose }: DrawerProps) {
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    const label = labelOf("remove", table, recordName(record));
    const wrong = await runFromField(words, label, (now) => removeRecord(now, { table, id: record.id }));
    setProblem(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Drawer
      open
      width={560}
      title={recordName(record)}
      onClose={onClose}
      footer={<Button onClick={() => void remove()}>{words.text("base.remove")}</Button>}
    >
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {table === "customers" && withAdding && <AddForCustomer id={record.id} />}
      <OwnerRepair fact={record} />
      {table === "cases" ? (
        <CaseFields one={record as Case} />
      ) : (
        <Fields table={table} record={record} fields={TYPED_FIELDS[table]} withOwner />
      )}
      {table === "deals" && <DealState deal={record as Deal} />}
      {table === "deals" && <DealPractices deal={record as Deal} />}
      {CREDITED.has(table) && <CreditShares table={table} record={record} />}
      <SystemWords table={table} record={record} />
      <RecordOrigin record={record} />
    </Drawer>
  );
}

interface FieldsProps extends RecordProps {
  readonly fields: readonly TypedField[];
  readonly withOwner?: boolean;
}

function Fields({ table, record, fields, withOwner }: FieldsProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const originOf = useFieldOrigin(record);
  return (
    <div className="record-fields">
      {withOwner && <OwnerField table={table} record={record} />}
      {fields.map((field) => (
        <RecordField
          key={field.key}
          table={table}
          field={field}
          value={fieldText(workspace, record, field)}
          note={originOf(propertyOf(field))}
          onCommit={(text) => editRecord(words, { table, record }, { [field.key]: text })}
        />
      ))}
    </div>
  );
}

/** A case by its steps, each with its own fields. */
function CaseFields({ one }: { readonly one: Case }) {
  const words = useWords();
  return (
    <>
      <CaseChain one={one} />
      {CASE_STEPS.map((key) => (
        <section key={key} className="case-fields">
          <h3>{words.text(`customer.case.step.${key}`)}</h3>
          <Fields table="cases" record={one} fields={fieldsOfStep(key)} withOwner={key === "report"} />
        </section>
      ))}
    </>
  );
}

/** Records whose amounts members may share. */
const CREDITED: ReadonlySet<TypedTable> = new Set(["deals", "orders", "payments"]);

/** What can be added for the customer, in the order in which it happens. */
const ADDED_FOR_CUSTOMER = ["contacts", "activities", "deals", "orders", "cases", "answers"] as const;

function AddForCustomer({ id }: { readonly id: string }) {
  const words = useWords();
  return (
    <div className="add-for-customer">
      <Button
        kind="primary"
        onClick={() => goTo(placeHref("customer", `customers/${encodeURIComponent(id)}`))}
      >
        {words.text("customer.page.open")}
      </Button>
      {ADDED_FOR_CUSTOMER.map((path) => (
        <Button key={path} kind="chip" onClick={() => goTo(placeHref("customer", path, { new: id }))}>
          {words.text(`customer.new.${path}`)}
        </Button>
      ))}
    </div>
  );
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
        return runFromField(words, label, (now) => assignOwner(now, { table, id: record.id, memberId }));
      }}
    />
  );
}
