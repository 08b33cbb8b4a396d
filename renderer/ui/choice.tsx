export interface ChoiceProps<T extends string> {
  /** Name for screen readers; also shown before the value unless `quiet`. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  onChange(value: T): void;
  readonly quiet?: boolean;
}

/** A chip that opens a short menu: KPI, group, line, period. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  return <select aria-label={props.label} defaultValue={props.value} />;
}
