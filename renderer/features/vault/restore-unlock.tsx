import { useState } from "react";
import type { FormEvent } from "react";
import type { Result } from "../../../core/base/result.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A backup that needs a passphrase before it can be shown. */
export interface LockedFile {
  readonly name: string;
  readonly open: (passphrase: string) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

export interface UnlockDrawerProps {
  readonly locked: LockedFile | null;
  onClose(): void;
  onOpen(name: string, bytes: Uint8Array<ArrayBuffer>): void;
}

/** Asks for the passphrase of an encrypted backup. */
export function UnlockDrawer(props: UnlockDrawerProps) {
  return props.locked ? <OpenUnlock key={props.locked.name} {...props} locked={props.locked} /> : null;
}

function OpenUnlock({ locked, onClose, onOpen }: UnlockDrawerProps & { readonly locked: LockedFile }) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || passphrase === "") return;
    setBusy(true);
    const opened = await locked.open(passphrase);
    setBusy(false);
    if (opened.ok) onOpen(locked.name, opened.value);
    else setProblem(opened.error.map(({ message }) => words.say(message)).join(" "));
  };
  const footer = (
    <>
      <Button onClick={onClose}>{words.text("base.cancel")}</Button>
      <Button kind="primary" onClick={() => void open()} disabled={busy || passphrase === ""}>
        {words.text(busy ? "vault.unlock.opening" : "vault.unlock.open")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.unlock.title")} onClose={onClose} footer={footer}>
      <form className="vault-form" onSubmit={(event) => void open(event)}>
        <p>{words.text("vault.unlock.text", { name: locked.name })}</p>
        <PassphraseField
          label={words.text("vault.unlock.passphrase")}
          value={passphrase}
          onType={setPassphrase}
          problem={problem}
          autoFocus
        />
      </form>
    </Drawer>
  );
}
