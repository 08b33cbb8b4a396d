import { useEffect, useId, useRef } from "react";
import "./passphrase-field.css";

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  onType(text: string): void;
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  readonly autoFocus?: boolean;
  /** Whether it is a new one, which a password manager may offer to make. */
  readonly isNew?: boolean;
}

/** A secret to be typed: not shown, and nothing is done with it before the form is sent. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, onType, hint, problem, autoFocus, isNew } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    // A dialog that opens after this gives the focus to what bears the attribute; React sets none.
    input.current?.setAttribute("autofocus", "");
    input.current?.focus();
  }, [autoFocus]);
  const note = problem ?? hint;
  return (
    <div className="passphrase-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        value={value}
        onChange={(event) => onType(event.target.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note && (
        <p id={`${id}-note`} className={problem ? "tone-at-risk" : "passphrase-hint"} aria-live="polite">
          {note}
        </p>
      )}
    </div>
  );
}
