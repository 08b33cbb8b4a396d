import { useState } from "react";
import type { PickedFile } from "../../../platform/platform.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldTheme } from "../../../ui/field-theme.tsx";
import { PassphraseField } from "../../../ui/passphrase-field.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { openBytes } from "../../../worker/age-client.ts";
import "./share.css";

/** Asks for the passphrase of a locked file, as often as it takes; hands over the file that was in it. It brings
 * its own look, for the first screen has none. */
export function UnlockForm(props: {
  readonly file: PickedFile;
  onOpened(file: PickedFile): void;
  onCancel(): void;
}) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    if (busy || passphrase === "") return;
    setBusy(true);
    setProblem(undefined);
    const opened = await openBytes(await props.file.bytes(), passphrase);
    setBusy(false);
    if (!opened.ok) return setProblem(words.say(opened.error[0]!.message));
    const bytes = opened.value;
    const name = props.file.name.replace(/\.age$/i, "");
    props.onOpened({ name, size: bytes.length, bytes: () => Promise.resolve(bytes) });
  };
  return (
    <FieldTheme>
      <form
        className="unlock-form"
        aria-label={words.text("vault.unlock.title")}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <h2>{words.text("vault.unlock.title")}</h2>
        <p className="vault-quiet">{words.text("vault.unlock.text", { name: props.file.name })}</p>
        <PassphraseField
          label={words.text("vault.lock.first")}
          value={passphrase}
          problem={problem}
          autoFocus
          onType={setPassphrase}
        />
        <div className="unlock-buttons">
          <Button kind="primary" onClick={() => void open()} disabled={busy || passphrase === ""}>
            {words.text(busy ? "vault.unlock.opening" : "vault.unlock.open")}
          </Button>
          <Button onClick={props.onCancel}>{words.text("base.cancel")}</Button>
        </div>
      </form>
    </FieldTheme>
  );
}
