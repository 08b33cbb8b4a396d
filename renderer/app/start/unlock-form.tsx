import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { unlock } from "../../worker/unlock-client.ts";

export interface UnlockFormProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  onBack(): void;
  onOpen(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The passphrase of the backup that was picked. */
export function UnlockForm({ bytes, onBack, onOpen }: UnlockFormProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || passphrase === "") return;
    setBusy(true);
    const opened = await unlock({ bytes, passphrase });
    setBusy(false);
    if (opened.ok) onOpen(opened.value);
    else setProblem(opened.error.map(({ message }) => words.say(message)).join(" "));
  };
  return (
    <form className="team-form" onSubmit={(event) => void submit(event)}>
      <PassphraseField
        label={words.text("vault.unlock.passphrase")}
        value={passphrase}
        onType={setPassphrase}
        problem={problem}
        autoFocus
      />
      <div className="team-form-foot">
        <button
          type="submit"
          className="button primary"
          aria-disabled={busy || passphrase === "" || undefined}
        >
          {words.text(busy ? "vault.unlock.opening" : "vault.unlock.open")}
        </button>
        <Button onClick={onBack}>{words.text("app.first.back")}</Button>
      </div>
    </form>
  );
}
