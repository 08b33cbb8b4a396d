import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import "./button.css";
import "./fields.css";

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** A quiet word beside the label: where the value comes from. */
  readonly note?: string;
  /** What a form found wrong with the value. */
  readonly problem?: string | undefined;
}

/** Answers with the problem to show beside the field, or `null` when the value was taken. */
export type FieldCommit<T> = (value: T) => Promise<string | null> | string | null;

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly multiline?: boolean;
  readonly onCommit: FieldCommit<string>;
  readonly placeholder?: string;
  /** Shown after the input: a unit. */
  readonly suffix?: string;
  readonly autoFocus?: boolean;
  /** What the person may mean by the text so far. */
  suggest?(text: string): readonly string[];
  /** Every key press, for forms that need the text before it is committed. */
  onType?(text: string): void;
}

/** Edit in place: commits on Enter and on leaving, Esc takes back. */
export function TextField(props: TextFieldProps) {
  const { label, hint, disabled, value, multiline, onCommit, placeholder, suffix, autoFocus, onType } = props;
  const id = useId();
  const draft = useDraft(value, onCommit);
  const problem = draft.problem ?? props.problem ?? null;
  const suggested = props.suggest?.(draft.text);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    // A dialog that opens after this gives the focus to what bears the attribute; React sets none.
    input.current?.setAttribute("autofocus", "");
    input.current?.focus();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && draft.isDirty) {
      event.stopPropagation();
      event.preventDefault();
      draft.takeBack();
    } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) void draft.commit();
  };
  const common = {
    id,
    ref: input,
    value: draft.text,
    disabled,
    placeholder,
    ...describedBy(id, hint, problem),
    onChange: (event: { target: { value: string } }) => {
      draft.setText(event.target.value);
      onType?.(event.target.value);
    },
    onBlur: () => void draft.commit(),
    onKeyDown,
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} note={props.note} problem={problem}>
      {multiline ? (
        <textarea rows={3} {...common} />
      ) : (
        <input type="text" autoComplete="off" list={suggested ? `${id}-list` : undefined} {...common} />
      )}
      {suggested && (
        <datalist id={`${id}-list`}>
          {suggested.map((text) => (
            <option key={text}>{text}</option>
          ))}
        </datalist>
      )}
      {suffix !== undefined && <span className="field-suffix">{suffix}</span>}
    </FieldFrame>
  );
}

export interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onCommit: FieldCommit<T>;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hint, disabled, value, options, onCommit } = props;
  const id = useId();
  const [found, setProblem] = useState<string | null>(null);
  const problem = found ?? props.problem ?? null;
  return (
    <FieldFrame id={id} label={label} hint={hint} note={props.note} problem={problem}>
      <select
        id={id}
        value={value}
        disabled={disabled}
        {...describedBy(id, hint, problem)}
        onChange={(event) => void Promise.resolve(onCommit(event.target.value as T)).then(setProblem)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface DayFieldProps extends FieldProps {
  /** ISO day, or "" for none. */
  readonly value: string;
  readonly onCommit: FieldCommit<string>;
}

export function DayField(props: DayFieldProps) {
  const { label, hint, disabled, value, onCommit } = props;
  const id = useId();
  const draft = useDraft(value, onCommit);
  const problem = draft.problem ?? props.problem ?? null;
  return (
    <FieldFrame id={id} label={label} hint={hint} note={props.note} problem={problem}>
      <input
        id={id}
        type="date"
        min="1900-01-01"
        max="2199-12-31"
        value={draft.text}
        disabled={disabled}
        {...describedBy(id, hint, problem)}
        onChange={(event) => draft.setText(event.target.value)}
        onBlur={() => void draft.commit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void draft.commit();
          if (event.key === "Escape" && draft.isDirty) {
            event.stopPropagation();
            event.preventDefault();
            draft.takeBack();
          }
        }}
      />
    </FieldFrame>
  );
}

export interface CheckFieldProps extends FieldProps {
  readonly value: boolean;
  readonly onCommit: FieldCommit<boolean>;
}

export function CheckField({ label, hint, disabled, value, onCommit }: CheckFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="field check">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          disabled={disabled}
          {...describedBy(id, hint, problem)}
          onChange={(event) => void Promise.resolve(onCommit(event.target.checked)).then(setProblem)}
        />
        {label}
      </label>
      <FieldNotes id={id} hint={hint} problem={problem} />
    </div>
  );
}

function FieldFrame(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly note: string | undefined;
  readonly problem: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={props.problem === null ? "field" : "field wrong"}>
      <div className="field-head">
        <label htmlFor={props.id}>{props.label}</label>
        {props.note !== undefined && <small title={props.note}>{props.note}</small>}
      </div>
      <div className="field-input">{props.children}</div>
      <FieldNotes id={props.id} hint={props.hint} problem={props.problem} />
    </div>
  );
}

function FieldNotes(props: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly problem: string | null;
}) {
  const { id, hint, problem } = props;
  if (problem !== null) {
    return (
      <p className="field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    );
  }
  return hint === undefined ? null : (
    <p className="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

function describedBy(id: string, hint: string | undefined, problem: string | null) {
  if (problem !== null) return { "aria-invalid": true, "aria-describedby": `${id}-problem` } as const;
  return hint === undefined ? {} : ({ "aria-describedby": `${id}-hint` } as const);
}

/** The text being typed; what the data says takes its place again when it was committed or taken back. */
function useDraft(value: string, onCommit: FieldCommit<string>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = typed ?? value;
  const busy = useRef(false);
  return {
    text,
    problem,
    isDirty: typed !== null && typed !== value,
    setText: setTyped,
    takeBack() {
      setTyped(null);
      setProblem(null);
    },
    async commit() {
      if (busy.current || typed === null) return;
      if (typed === value) {
        setTyped(null);
        setProblem(null);
        return;
      }
      busy.current = true;
      const found = await onCommit(typed);
      busy.current = false;
      setProblem(found);
      if (found === null) setTyped((now) => (now === typed ? null : now));
    },
  };
}
