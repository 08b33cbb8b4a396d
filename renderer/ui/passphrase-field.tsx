import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import InputBase from "@mui/material/InputBase";
import { useEffect, useId, useRef } from "react";
import "./fields.css";

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  readonly autoFocus?: boolean;
  /** Whether it is a new one, which a password manager may offer to make. */
  readonly isNew?: boolean;
  onType(text: string): void;
  onEnter?(): void;
}

/** A secret being typed: not shown, never kept by the page. */
export function PassphraseField(props: PassphraseFieldProps) {
  const id = useId();
  const problem = props.problem ?? undefined;
  const note = problem ?? props.hint;
  return (
    <FormControl className="field" error={problem !== undefined}>
      <div className="field-head">
        <FormLabel htmlFor={id}>{props.label}</FormLabel>
      </div>
      <InputBase
        id={id}
        type="password"
        autoComplete={props.isNew ? "new-password" : "current-password"}
        inputRef={useFirstFocus(props.autoFocus ?? false)}
        value={props.value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) props.onEnter?.();
        }}
      />
      {note !== undefined && (
        <FormHelperText id={`${id}-note`} role={problem === undefined ? undefined : "alert"}>
          {note}
        </FormHelperText>
      )}
    </FormControl>
  );
}

/** A dialog that opens after the field gives the focus to what bears the attribute; React sets none. */
function useFirstFocus(isWanted: boolean) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    input.current?.setAttribute("autofocus", "");
    input.current?.focus();
  }, [isWanted]);
  return input;
}
