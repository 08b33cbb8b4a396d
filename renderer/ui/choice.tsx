import "./button.css";

export interface ChoiceProps<T extends string> {
  /** Name for screen readers; also shown before the value unless `quiet`. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  onChange(value: T): void;
  readonly quiet?: boolean;
}

/** A chip that opens a short menu: KPI, group, line, period. */
export function Choice<T extends string>({ label, value, options, onChange, quiet }: ChoiceProps<T>) {
  return (
    <label className="choice">
      <span className={quiet ? "unseen" : undefined}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
