import { customerChoices } from "../../../core/customer/customer-choices.ts";
import type { TypedField } from "../../../core/customer/edit-fields.ts";
import { pipelineStages } from "../../../core/customer/stages.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import type { FieldCommit } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { stageLanguage } from "./book-commands.ts";

const SUGGESTED = 30;

export interface RecordFieldProps {
  readonly field: TypedField;
  readonly value: string;
  readonly onCommit: FieldCommit<string>;
  onType?(text: string): void;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One field of a customer, deal or order, by its kind: in a new record and in one that is edited alike. */
export function RecordField({ field, note, ...rest }: RecordFieldProps) {
  const words = useWords();
  const { currency } = settingsOf(useWorkspace());
  const label = words.text(`customer.field.${field.label}`);
  const props = { ...rest, label, ...(note === undefined ? {} : { note }) };
  if (field.kind === "day") return <DayField {...props} />;
  if (field.kind === "stage") return <StageField {...props} />;
  if (field.kind === "customer") return <CustomerField {...props} />;
  if (field.kind === "money") return <TextField {...props} suffix={currency} />;
  return <TextField {...props} />;
}

type PlainProps = Omit<RecordFieldProps, "field" | "note"> & { readonly label: string };

function StageField({ value, onCommit, ...rest }: PlainProps) {
  const stages = pipelineStages(useWorkspace(), stageLanguage());
  const names = [
    ...new Set([
      ...(stages.some(({ stage }) => stage === value) ? [] : [value]),
      ...stages.map(({ stage }) => stage),
    ]),
  ];
  return (
    <SelectField
      {...rest}
      value={value}
      options={names.map((name) => ({ value: name, label: name }))}
      onCommit={onCommit}
    />
  );
}

/** A customer by name. One that the book does not hold is added along. */
function CustomerField(props: PlainProps) {
  const words = useWords();
  const { customers } = useWorkspace().facts;
  const { labels } = customerChoices(customers);
  const suggest = (text: string) => {
    const wanted = text.trim().toLowerCase();
    return labels.filter((label) => label.toLowerCase().includes(wanted)).slice(0, SUGGESTED);
  };
  return <TextField {...props} suggest={suggest} hint={words.text("customer.new.customer-hint")} />;
}
