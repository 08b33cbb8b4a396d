import { useEffect, useState } from "react";
import { placeHref } from "../../platform/place.ts";
import { backupStore, lastBackupStore } from "../../storage/last-backup.ts";
import { readJournal } from "../../storage/read-journal.ts";
import { saveStatus } from "../../storage/save-status.ts";
import { readStorageHealth } from "../../storage/storage-health.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HealthCheck } from "./health-check.tsx";
import { bytesText, countText, momentText } from "./vault-text.ts";

/** How the stored data is: saving, sizes, room, whether it may be cleared; the last backups; and the full check. */
export function HealthPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const health = useHealth();
  return (
    <Page tabs={tabs} activeTab="health" hint={words.text("vault.health.hint")}>
      <div className="vault-columns">
        <div className="vault-column">
          <Saving />
          {health && <Sizes health={health} />}
        </div>
        <div className="vault-column">
          <HealthCheck />
          <LastTimes />
        </div>
      </div>
    </Page>
  );
}

function useHealth(): StorageHealth | null {
  const workspace = useWorkspace();
  const [health, setHealth] = useState<StorageHealth | null>(null);
  useEffect(() => {
    let isHere = true;
    void readStorageHealth().then((found) => isHere && setHealth(found));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  return health;
}

function Saving() {
  const words = useWords();
  const { state, message } = saveStatus();
  const isWell = state === "saved" || state === "saving" || !message;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.health.title")}</h2>
      <p className={isWell ? "tone-ahead" : "tone-at-risk"}>
        {isWell ? `✓ ${words.text("vault.health.well")}` : `● ${words.say(message)}`}
      </p>
    </section>
  );
}

function Sizes({ health }: { readonly health: StorageHealth }) {
  const words = useWords();
  const { room, ledgerBytes, records, sequence } = health;
  const none = words.text("base.none");
  const persistence = room ? words.text(`vault.health.persistent-${room.persistent ? "yes" : "no"}`) : none;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.health.sizes")}</h2>
      <Facts
        facts={[
          [words.text("vault.health.records"), countText(words, records)],
          [words.text("vault.health.sequence"), countText(words, sequence)],
          [words.text("vault.health.ledger"), ledgerBytes === null ? none : bytesText(words, ledgerBytes)],
          [words.text("vault.health.used"), room ? bytesText(words, room.usedBytes) : none],
          [words.text("vault.health.free"), room ? bytesText(words, room.freeBytes) : none],
          [words.text("vault.health.persistent"), persistence],
        ]}
      />
    </section>
  );
}

/** When things were last written, each with the page that tells more. */
function LastTimes() {
  const words = useWords();
  const byHand = lastBackupStore(({ last }) => last);
  const auto = backupStore(({ state }) => state);
  const changedMs = useLastChange();
  const at = (ms: number | null | undefined) =>
    typeof ms === "number" ? momentText(words, ms) : words.text("vault.health.never");
  return (
    <section className="vault-card">
      <h2>{words.text("vault.health.last")}</h2>
      <Facts
        facts={[
          [words.text("vault.health.last-change"), at(changedMs)],
          [words.text("vault.health.last-auto"), at(auto?.last?.atMs)],
          [words.text("vault.health.last-hand"), at(byHand?.atMs)],
        ]}
      />
      {auto?.problem && <p className="tone-at-risk">● {words.text(`vault.auto.problem.${auto.problem}`)}</p>}
      <p className="vault-actions">
        <a href={placeHref("vault", "journal")}>{words.text("vault.health.to-journal")}</a>
        <a href={placeHref("vault", "backup")}>{words.text("vault.health.to-backup")}</a>
      </p>
    </section>
  );
}

function useLastChange(): number | null {
  const workspace = useWorkspace();
  const [atMs, setAtMs] = useState<number | null>(null);
  useEffect(() => {
    let isHere = true;
    void readJournal({ limit: 1 }).then(([line]) => isHere && setAtMs(line?.atMs ?? null));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  return atMs;
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="vault-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
