import { useState } from "react";
import type { FormEvent } from "react";
import type { Result } from "../../../../core/base/result.ts";
import { Button } from "../../../ui/button.tsx";
import { PassphraseField } from "../../../ui/passphrase-field.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import "./share.css";

export interface UnlockFieldsProps {
  /** What the locked file is called. */
  readonly name: string;
  /** Tries a passphrase. */
  readonly open: (passphrase: string) => Promise<Result<Uint8Array<ArrayBuffer>>>;
  onOpened(bytes: Uint8Array<ArrayBuffer>): void;
  onCancel(): void;
}

/** Asks for the passphrase of a locked file, as often as it takes; hands over what was in it. */
export function UnlockFields({ name, open, onOpened, onCancel }: UnlockFieldsProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const attempt = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || passphrase === "") return;
    setBusy(true);
    setProblem(undefined);
    const opened = await open(passphrase);
    setBusy(false);
    if (opened.ok) onOpened(opened.value);
    else setProblem(opened.error.map(({ message }) => words.say(message)).join(" "));
  };
  return (
    <form
      className="unlock-form"
      aria-label={words.text("vault.unlock.title")}
      onSubmit={(event) => void attempt(event)}
    >
      <p className="vault-quiet">{words.text("vault.unlock.text", { name })}</p>
      <PassphraseField
        label={words.text("vault.unlock.passphrase")}
        value={passphrase}
        problem={problem}
        autoFocus
        onType={setPassphrase}
      />
      <div className="unlock-buttons">
        <Button kind="primary" onClick={() => void attempt()} disabled={busy || passphrase === ""}>
          {words.text(busy ? "vault.unlock.opening" : "vault.unlock.open")}
        </Button>
        <Button onClick={onCancel}>{words.text("base.cancel")}</Button>
      </div>
    </form>
  );
}
