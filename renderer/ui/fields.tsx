import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import InputBase from "@mui/material/InputBase";
import type { InputBaseComponentProps } from "@mui/material/InputBase";
import { useEffect, useId, useRef, useState } from "react";
import type { ElementType, KeyboardEvent, ReactNode } from "react";
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
  return (
    <FieldFrame id={id} label={label} hint={hint} note={props.note} disabled={disabled} problem={problem}>
      <InputBase
        id={id}
        inputRef={input}
        inputComponent={multiline ? "textarea" : "input"}
        value={draft.text}
        placeholder={placeholder}
        aria-describedby={notesId(id, hint, problem)}
        onChange={(event) => {
          draft.setText(event.target.value);
          onType?.(event.target.value);
        }}
        onBlur={() => void draft.commit()}
        onKeyDown={onKeyDown}
        endAdornment={suffix !== undefined && <span className="field-suffix">{suffix}</span>}
        {...(multiline
          ? { rows: 3, slotProps: { input: { type: undefined } } }
          : {
              autoComplete: "off",
              slotProps: { input: suggested ? { list: `${id}-list` } : {} },
            })}
      />
      {suggested && (
        <datalist id={`${id}-list`}>
          {suggested.map((text) => (
            <option key={text}>{text}</option>
          ))}
        </datalist>
      )}
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
    <FieldFrame id={id} label={label} hint={hint} note={props.note} disabled={disabled} problem={problem}>
      <InputBase
        id={id}
        inputComponent={"select" as ElementType<InputBaseComponentProps>}
        value={value}
        aria-describedby={notesId(id, hint, problem)}
        onChange={(event) => void Promise.resolve(onCommit(event.target.value as T)).then(setProblem)}
        slotProps={{
          input: {
            type: undefined,
            children: options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            )),
          },
        }}
      />
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
    <FieldFrame id={id} label={label} hint={hint} note={props.note} disabled={disabled} problem={problem}>
      <InputBase
        id={id}
        type="date"
        slotProps={{ input: { min: "1900-01-01", max: "2199-12-31" } }}
        value={draft.text}
        aria-describedby={notesId(id, hint, problem)}
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
    <FormControl className="field" disabled={disabled ?? false} error={problem !== null}>
      <FormControlLabel
        label={label}
        disableTypography
        control={
          <Checkbox
            id={id}
            checked={value}
            icon={<CheckSign />}
            checkedIcon={<CheckSign checked />}
            onChange={(_, checked) => void Promise.resolve(onCommit(checked)).then(setProblem)}
            slotProps={{
              input: {
                "aria-describedby": notesId(id, hint, problem),
                "aria-invalid": problem === null ? undefined : true,
              },
            }}
          />
        }
      />
      <FieldNotes id={id} hint={hint} problem={problem} />
    </FormControl>
  );
}

/** The box of a check field: MUI's own are drawn for 24 px. */
function CheckSign({ checked }: { readonly checked?: boolean }) {
  return (
    <svg className={checked ? "check-sign checked" : "check-sign"} viewBox="0 0 16 16" aria-hidden>
      <rect x="0.5" y="0.5" width="15" height="15" rx="2.5" />
      {checked && <path d="M4 8.2 6.8 11 12 5.4" />}
    </svg>
  );
}

interface FieldNotesProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly problem: string | null;
}

interface FieldFrameProps extends FieldNotesProps {
  readonly label: string;
  readonly note: string | undefined;
  readonly disabled: boolean | undefined;
  readonly children: ReactNode;
}

function FieldFrame({ label, note, disabled, children, ...notes }: FieldFrameProps) {
  return (
    <FormControl className="field" disabled={disabled ?? false} error={notes.problem !== null}>
      <div className="field-head">
        <FormLabel htmlFor={notes.id}>{label}</FormLabel>
        {note !== undefined && <small data-tip={note}>{note}</small>}
      </div>
      {children}
      <FieldNotes {...notes} />
    </FormControl>
  );
}

/** What is wrong takes the place of the hint. */
function FieldNotes({ id, hint, problem }: FieldNotesProps) {
  const notes = notesId(id, hint, problem);
  if (notes === undefined) return null;
  return (
    <FormHelperText id={notes} role={problem === null ? undefined : "alert"}>
      {problem ?? hint}
    </FormHelperText>
  );
}

function notesId(id: string, hint: string | undefined, problem: string | null): string | undefined {
  if (problem !== null) return `${id}-problem`;
  return hint === undefined ? undefined : `${id}-hint`;
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
