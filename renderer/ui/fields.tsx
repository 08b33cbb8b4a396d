interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** Answers with the problem to show beside the field, or `null` when the value was taken. */
export type FieldCommit<T> = (value: T) => Promise<string | null> | string | null;

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly multiline?: boolean;
  readonly onCommit: FieldCommit<string>;
}

/** Edit in place: commits on Enter and on leaving, Esc takes back. */
export function TextField(props: TextFieldProps) {
  return <input aria-label={props.label} defaultValue={props.value} />;
}

export interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onCommit: FieldCommit<T>;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  return <select aria-label={props.label} defaultValue={props.value} />;
}

export interface DayFieldProps extends FieldProps {
  /** ISO day, or "" for none. */
  readonly value: string;
  readonly onCommit: FieldCommit<string>;
}

export function DayField(props: DayFieldProps) {
  return <input type="date" aria-label={props.label} defaultValue={props.value} />;
}

export interface CheckFieldProps extends FieldProps {
  readonly value: boolean;
  readonly onCommit: FieldCommit<boolean>;
}

export function CheckField(props: CheckFieldProps) {
  return <input type="checkbox" aria-label={props.label} defaultChecked={props.value} />;
}
