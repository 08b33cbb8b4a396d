import type { KeyboardEvent } from "react";
import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { fieldsOf, useNewRecordForm } from "./new-record-form.ts";
import { RecordField } from "./record-field.tsx";

export interface NewRecordProps {
  readonly table: TypedTable;
  /** The customer that it is for; "" when that is open. */
  readonly customerId: string;
  onClose(): void;
}

/** A new record. Enter saves it and makes room for the next, which keeps owner, day, kind and stage. */
export function NewRecordDrawer({ table, customerId, onClose }: NewRecordProps) {
  const words = useWords();
  const form = useNewRecordForm(table, customerId);
  const save = async (after: "next" | "close") => {
    if ((await form.save()) && after === "close") onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== "Enter" || !isField || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save("next");
  };
  return (
    <Drawer
      open
      title={words.text(`customer.new.${table}`)}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void save("next")}>
            {words.text("customer.new.save-next")}
          </Button>
          <Button onClick={() => void save("close")}>{words.text("customer.new.save-close")}</Button>
          <span className="new-record-keys">{words.text("customer.new.keys")}</span>
        </>
      }
    >
      {/* Enter bubbles up from the fields; the group itself is nothing to press. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div key={form.round} className="record-fields" onKeyDown={onKeyDown}>
        {fieldsOf(table).map((field, index) => (
          <RecordField
            key={field.key}
            table={table}
            field={field}
            autoFocus={index === 0}
            value={form.texts[field.key] ?? ""}
            problem={form.problemOf(field.key)}
            onType={(text) => form.type(field.key, text)}
            onCommit={(text) => form.type(field.key, text)}
          />
        ))}
        <OwnerOfNew value={form.ownerId} onChange={form.own} />
      </div>
      <p role="status" className="new-record-saved">
        {form.saved === null ? "" : words.text("customer.new.saved", { name: form.saved })}
      </p>
      {form.others.map((problem) => (
        <p key={problem.message.key} className="field-problem" role="alert">
          {words.say(problem.message)}
        </p>
      ))}
    </Drawer>
  );
}

function OwnerOfNew(props: { readonly value: string; onChange(id: string): null }) {
  const words = useWords();
  const members = rowsOf(useWorkspace(), "members");
  return (
    <SelectField
      label={words.text("customer.field.owner")}
      value={props.value}
      options={[
        { value: "", label: words.text("base.unassigned") },
        ...members.map((member) => ({ value: member.id as string, label: member.name })),
      ]}
      onCommit={props.onChange}
    />
  );
}
