import { customerChoices } from "../../../core/customer/customer-choices.ts";
import { commonValues, dealChoices, orderChoices } from "../../../core/customer/record-choices.ts";
import type { TypedField, TypedTable } from "../../../core/customer/typed-fields.ts";
import { pipelineStages } from "../../../core/customer/stages.ts";
import { rowsOf, settingsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import type { FieldCommit } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { stageLanguage } from "./book-commands.ts";

const SUGGESTED = 30;

export interface RecordFieldProps {
  readonly table: TypedTable;
  readonly field: TypedField;
  readonly value: string;
  readonly onCommit: FieldCommit<string>;
  onType?(text: string): void;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One field of a record, by its kind: in a new record and in one that is edited alike. */
export function RecordField({ table, field, note, ...rest }: RecordFieldProps) {
  const words = useWords();
  const { currency } = settingsOf(useWorkspace());
  const label = words.text(`customer.field.${field.label}`);
  const props = { ...rest, label, ...(note === undefined ? {} : { note }) };
  switch (field.kind) {
    case "day":
      return <DayField {...props} />;
    case "stage":
      return <StageField {...props} />;
    case "customer":
    case "deal":
    case "order":
      return <LinkField {...props} of={field.kind} />;
    case "member":
      return <MemberField {...props} />;
    case "choice":
    case "yes-no":
      return <ChoiceField {...props} field={field} />;
    case "money":
      return <TextField {...props} suffix={currency} />;
    case "text":
      return <TextField {...props} multiline />;
    default:
      return field.suggests ? (
        <SuggestField {...props} table={table} field={field} />
      ) : (
        <TextField {...props} />
      );
  }
}

type PlainProps = Omit<RecordFieldProps, "table" | "field" | "note"> & { readonly label: string };

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

/** A customer, deal or order by name. A customer that the book does not hold is added along. */
function LinkField({ of, ...props }: PlainProps & { readonly of: "customer" | "deal" | "order" }) {
  const words = useWords();
  const { customers, deals, orders } = useWorkspace().facts;
  const suggest = (text: string) => {
    const { labels } =
      of === "customer"
        ? customerChoices(customers)
        : of === "deal"
          ? dealChoices(deals)
          : orderChoices(orders);
    return matching(labels, text);
  };
  const hint = of === "customer" ? { hint: words.text("customer.new.customer-hint") } : {};
  return <TextField {...props} suggest={suggest} {...hint} />;
}

/** Free text with what others of its kind say. */
function SuggestField(props: PlainProps & Pick<RecordFieldProps, "table" | "field">) {
  const { table, field, ...rest } = props;
  const words = useWords();
  const store = useWorkspace().facts[table];
  const suggest = (text: string) => {
    const offered = [
      ...(field.suggests ?? []).map((key) => words.text(`customer.suggest.${key}`)),
      ...commonValues(store, table, field.key),
    ];
    return matching([...new Set(offered)], offered.includes(text) ? "" : text);
  };
  return <TextField {...rest} suggest={suggest} />;
}

function MemberField(props: PlainProps) {
  const words = useWords();
  const members = rowsOf(useWorkspace(), "members");
  const options = [
    { value: "", label: words.text("base.unassigned") },
    ...members.map((member) => ({ value: member.id as string, label: member.name })),
  ];
  return <SelectField {...props} options={options} />;
}

function ChoiceField({ field, ...props }: PlainProps & Pick<RecordFieldProps, "field">) {
  const words = useWords();
  const choices = field.kind === "yes-no" ? ["yes", "no"] : (field.choices ?? []);
  const options = choices.map((value) => ({ value, label: words.text(`customer.choice.${value}`) }));
  const open = field.isRequired ? [] : [{ value: "", label: words.text("customer.choice.open") }];
  return <SelectField {...props} options={[...open, ...options]} />;
}

function matching(labels: readonly string[], text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const found: string[] = [];
  for (const label of labels) {
    if (found.length >= SUGGESTED) break;
    if (label.toLowerCase().includes(wanted)) found.push(label);
  }
  return found;
}
