import { useState } from "react";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { openListed } from "../../storage/auto-backups.ts";
import { backupStore } from "../../storage/last-backup.ts";
import type { Damage } from "../../storage/find-damage.ts";
import { notify } from "../../storage/notice-store.ts";
import { checkStorage, mendStorage } from "../../storage/storage-health.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** What a check found; `backup`: how the newest automatic backup reads. */
interface Found {
  readonly damage: readonly Damage[];
  readonly backup: "whole" | "damaged" | "none" | "locked" | "unreached";
}

const TONE_BY_BACKUP: Readonly<Record<Found["backup"], string>> = {
  whole: "tone-ahead",
  damaged: "tone-at-risk",
  unreached: "tone-behind",
  none: "vault-quiet",
  locked: "vault-quiet",
};
const SIGN_BY_BACKUP: Readonly<Record<Found["backup"], string>> = {
  whole: "✓ ",
  damaged: "● ",
  unreached: "▼ ",
  none: "",
  locked: "",
};

const COPIES = ["ledger", "database", "kept"] as const;

/** The full check: reads every copy from end to end, names what is damaged, and says what to do. */
export function HealthCheck() {
  const words = useWords();
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState<"checking" | "mending" | null>(null);
  const check = async () => {
    setBusy("checking");
    setFound({ damage: await checkStorage(), backup: await checkNewest() });
    setBusy(null);
  };
  const mend = async () => {
    setBusy("mending");
    const isMended = await mendStorage();
    if (!isMended) notify({ tone: "failure", message: { key: "vault.check.not-mended" } });
    await check();
  };
  const isMendable = found?.damage.some(({ copy }) => copy !== "kept") ?? false;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.check.title")}</h2>
      <p className="vault-quiet">{words.text("vault.check.hint")}</p>
      <div role="status" className="vault-form">
        {busy && <p className="vault-quiet">{words.text(`vault.check.${busy}`)}</p>}
        {!busy && found && <Findings found={found} />}
      </div>
      <div className="vault-check">
        <Button onClick={() => void check()} disabled={busy !== null}>
          {words.text("vault.check.do")}
        </Button>
        {isMendable && (
          <Button kind="primary" onClick={() => void mend()} disabled={busy !== null}>
            {words.text("vault.check.mend")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Findings({ found }: { readonly found: Found }) {
  const words = useWords();
  const { damage, backup } = found;
  return (
    <>
      {damage.length === 0 && <p className="tone-ahead">✓ {words.text("vault.check.whole")}</p>}
      {COPIES.filter((copy) => damage.some((one) => one.copy === copy)).map((copy) => (
        <div key={copy}>
          <p className="tone-at-risk">● {words.text(`vault.check.damaged.${copy}`)}</p>
          <ul className="vault-found">
            {damage
              .filter((one) => one.copy === copy)
              .map(({ what }) => words.say(what))
              .map((text) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
          <p className="vault-quiet">{words.text(`vault.check.remedy.${copy}`)}</p>
        </div>
      ))}
      <p className={TONE_BY_BACKUP[backup]}>
        {SIGN_BY_BACKUP[backup]}
        {words.text(`vault.check.backup-${backup}`)}
      </p>
    </>
  );
}

/** Opens the newest automatic backup and reads it whole, as a restore would. */
async function checkNewest(): Promise<Found["backup"]> {
  const last = backupStore.getState().state?.last;
  if (!last) return "none";
  const opened = await openListed(last.name, null);
  if (opened === "ask") return "locked";
  if (opened.ok) return readWorkspaceFile(opened.value).ok ? "whole" : "damaged";
  return opened.error.some(({ message }) => message.key.startsWith("vault.age.")) ? "damaged" : "unreached";
}
