import { useEffect, useState } from "react";
import type { BackupState } from "../../../core/bridge/backup-contract.ts";
import type { BackupPort } from "../../platform/backup-port.ts";
import { backUpNow, backupPort, chooseBackups } from "../../storage/auto-backups.ts";
import { backupStore, lastBackupStore, newestBackup } from "../../storage/last-backup.ts";
import { notify } from "../../storage/notice-store.ts";
import { currentSession } from "../../storage/session.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/fields.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BackupCipher } from "./backup-cipher.tsx";
import { countText, momentText } from "./vault-text.ts";

/** How old the last backup is, what hinders the next, and where backups go. */
export function BackupAuto() {
  const words = useWords();
  const state = backupStore((store) => store.state);
  const port = usePort();
  const [busy, setBusy] = useState(false);
  const alone = async (task: () => Promise<void>) => {
    setBusy(true);
    await task().catch(() => notify({ tone: "failure", message: { key: "vault.backup.failed" } }));
    setBusy(false);
  };
  const now = () =>
    alone(async () => {
      await backUpNow();
      const after = backupStore.getState().state;
      if (after?.problem === null) notify({ tone: "done", message: { key: "vault.auto.done" } });
    });
  return (
    <section className="vault-card">
      <h2>{words.text("vault.last.title")}</h2>
      <LastBackup state={state} />
      {state && port && (
        <>
          <Hindrance state={state} onAgain={() => void now()} />
          <dl className="vault-facts">
            <FolderFact state={state} port={port} alone={alone} />
            <BackupCipher state={state} port={port} />
          </dl>
          <CheckField
            label={words.text("vault.auto.on")}
            hint={words.text(`vault.auto.on-hint-${port.can.quit ? "desktop" : "browser"}`)}
            value={state.isOn}
            onCommit={async (isOn) => {
              await chooseBackups({ set: "on", isOn });
              return null;
            }}
          />
          <div>
            <Button onClick={() => void now()} disabled={busy || state.isRunning}>
              {words.text(busy || state.isRunning ? "vault.auto.running" : "vault.auto.now")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function usePort(): BackupPort | null {
  const [port, setPort] = useState<BackupPort | null>(null);
  useEffect(() => {
    let isHere = true;
    void backupPort().then((found) => isHere && setPort(found));
    return () => {
      isHere = false;
    };
  }, []);
  return port;
}

function LastBackup({ state }: { readonly state: BackupState | null }) {
  const words = useWords();
  // Every change makes the backup one change older.
  useWorkspace();
  const last = newestBackup(
    lastBackupStore((store) => store.last),
    state,
  );
  if (!last && state === null && currentSession().platform.loadBackups) return <LateSkeleton />;
  if (!last) {
    return (
      <>
        <p className="vault-figure">{words.text("vault.last.none")}</p>
        <p className="tone-behind">▼ {words.text("vault.last.why")}</p>
      </>
    );
  }
  const since = Math.max(0, currentSession().sequence - last.sequence);
  return (
    <>
      <p className="vault-figure">{momentText(words, last.atMs)}</p>
      <p className={since > 0 ? "vault-quiet" : "tone-ahead"}>
        {since > 0 ? words.text("vault.last.since", { count: since }) : `✓ ${words.text("vault.last.fresh")}`}
      </p>
    </>
  );
}

/** What keeps the next backup from being made, or older ones from being rotated. */
function Hindrance({ state, onAgain }: { readonly state: BackupState; onAgain(): void }) {
  const words = useWords();
  const { problem, fall, nextTryAtMs } = state;
  const again = { label: words.text("vault.auto.again"), onClick: onAgain };
  const own = {
    label: words.text("vault.auto.use-own"),
    onClick: () => void chooseBackups({ set: "own-folder" }),
  };
  const remedies: Partial<Record<typeof problem & string, readonly (typeof again)[]>> = {
    "no-passphrase": [],
    forgotten: [],
    "settings-lost": [own],
  };
  const meant = {
    label: words.text("vault.auto.fall-meant"),
    onClick: () => void chooseBackups({ set: "fall-meant" }),
  };
  return (
    <>
      {problem && (
        <FindingLine
          tone="at-risk"
          text={words.text(`vault.auto.problem.${problem}`)}
          {...(nextTryAtMs === null || problem === "settings-lost"
            ? {}
            : { reason: words.text("vault.auto.next", { at: momentText(words, nextTryAtMs) }) })}
          actions={remedies[problem] ?? [again]}
        />
      )}
      {fall && (
        <FindingLine
          tone="behind"
          text={words.text("vault.auto.fall", {
            before: countText(words, fall.before),
            after: countText(words, fall.after),
          })}
          actions={[meant]}
        />
      )}
    </>
  );
}

interface FolderProps {
  readonly state: BackupState;
  readonly port: BackupPort;
  alone(task: () => Promise<void>): Promise<void>;
}

/** Another folder may be chosen while a backup is made: that is the way out where this one does not answer. */
function FolderFact({ state, port, alone }: FolderProps) {
  const words = useWords();
  const shell = port.can.quit ? "desktop" : "browser";
  const choose = (set: "ask-folder" | "own-folder") => () => void alone(() => chooseBackups({ set }));
  return (
    <div className="vault-choice">
      <dt>{words.text("vault.auto.folder")}</dt>
      <dd>
        <span className="vault-path">{state.folder ?? words.text(`vault.auto.own-${shell}`)}</span>
        {state.folder === null && (
          <small className="tone-behind">
            ▼ {words.text(`vault.auto.own-hint-${port.can.folder ? shell : "no-folder"}`)}
          </small>
        )}
        <span className="vault-actions">
          {port.can.folder && (
            <Button kind="link" onClick={choose("ask-folder")}>
              {words.text("vault.auto.choose")}
            </Button>
          )}
          {state.folder !== null && (
            <Button kind="link" onClick={choose("own-folder")}>
              {words.text("vault.auto.use-own")}
            </Button>
          )}
        </span>
      </dd>
    </div>
  );
}
