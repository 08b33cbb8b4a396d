import { useState } from "react";
import type { FormEvent } from "react";
import type { BackupState } from "../../../core/bridge/backup-contract.ts";
import type { BackupPort } from "../../platform/backup-port.ts";
import { chooseBackups } from "../../storage/auto-backups.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { passphraseProblem } from "./passphrase-problem.ts";

/** Whether automatic backups are encrypted, where their passphrase is, and the way to change both. */
export function BackupCipher({ state, port }: { readonly state: BackupState; readonly port: BackupPort }) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const { isEncrypted, passphrase } = state;
  const isMissing = isEncrypted && passphrase === "none";
  const label = isMissing ? "enter" : isEncrypted ? "change" : "set";
  return (
    <div className="vault-choice">
      <dt>{words.text("vault.cipher.title")}</dt>
      <dd>
        <span>{words.text(`vault.cipher.${isEncrypted ? "on" : port.can.encrypt ? "off" : "cannot"}`)}</span>
        {isEncrypted && (
          <small className={isMissing ? "tone-at-risk" : "vault-quiet"}>
            {words.text(`vault.cipher.place-${passphrase}`)}
          </small>
        )}
        {port.can.encrypt && (
          <span className="vault-actions">
            <Button kind="link" onClick={() => setAsking(true)}>
              {words.text(`vault.cipher.${label}`)}
            </Button>
            {isEncrypted && (
              <Button kind="link" onClick={() => void chooseBackups({ set: "passphrase", passphrase: "" })}>
                {words.text("vault.cipher.stop")}
              </Button>
            )}
          </span>
        )}
      </dd>
      {asking && <CipherDrawer onClose={() => setAsking(false)} />}
    </div>
  );
}

function CipherDrawer({ onClose }: { onClose(): void }) {
  const words = useWords();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const problem = passphraseProblem(first, second);
  const said = isTried && problem ? words.text(`vault.passphrase.${problem}`) : null;
  const set = async (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (problem || busy) return;
    setBusy(true);
    await chooseBackups({ set: "passphrase", passphrase: first }).finally(() => setBusy(false));
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{words.text("base.cancel")}</Button>
      <Button kind="primary" onClick={() => void set()} disabled={busy}>
        {words.text(busy ? "vault.auto.running" : "vault.cipher.do")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.cipher.form")} onClose={onClose} footer={footer}>
      <form className="vault-form" onSubmit={(event) => void set(event)}>
        <p>{words.text("vault.cipher.form-text")}</p>
        <p className="tone-behind">▼ {words.text("vault.cipher.form-forgotten")}</p>
        <PassphraseField
          label={words.text("vault.passphrase.first")}
          hint={words.text("vault.passphrase.hint")}
          value={first}
          onType={setFirst}
          problem={problem === "short" ? said : null}
          autoFocus
          isNew
        />
        <PassphraseField
          label={words.text("vault.passphrase.second")}
          value={second}
          onType={setSecond}
          problem={problem === "differ" ? said : null}
          isNew
        />
        <button type="submit" hidden>
          {words.text("vault.cipher.do")}
        </button>
      </form>
    </Drawer>
  );
}
