import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import InputBase from "@mui/material/InputBase";
import { useId } from "react";
import "./fields.css";

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  onType(text: string): void;
  onEnter?(): void;
}

/** A secret being typed: never kept by the page, and never filled in by the browser. */
export function PassphraseField(props: PassphraseFieldProps) {
  const id = useId();
  const note = props.problem ?? props.hint;
  return (
    <FormControl className="field" error={props.problem !== undefined}>
      <div className="field-head">
        <FormLabel htmlFor={id}>{props.label}</FormLabel>
      </div>
      <InputBase
        id={id}
        type="password"
        autoComplete="new-password"
        autoFocus={props.autoFocus ?? false}
        value={props.value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) props.onEnter?.();
        }}
      />
      {note !== undefined && (
        <FormHelperText id={`${id}-note`} role={props.problem === undefined ? undefined : "alert"}>
          {note}
        </FormHelperText>
      )}
    </FormControl>
  );
}
