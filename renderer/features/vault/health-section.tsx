import { useState } from "react";
import { saveStatus } from "../../storage/save-status.ts";
import { checkStorage } from "../../storage/storage-health.ts";
import type { StorageCheck, StorageHealth } from "../../storage/storage-health.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { bytesText, countText } from "./vault-text.ts";

/** How the stored data is: saving, sizes, room; and the full check of both copies. */
export function HealthSection({ health }: { readonly health: StorageHealth | null }) {
  const words = useWords();
  const status = saveStatus();
  const [check, setCheck] = useState<StorageCheck | "running" | null>(null);
  const run = async () => {
    setCheck("running");
    setCheck(await checkStorage());
  };
  const isWell = status.state === "saved" || status.state === "saving";
  return (
    <section className="vault-card">
      <h2>{words.text("vault.health.title")}</h2>
      <p className={isWell ? "tone-ahead" : "tone-risk"}>
        {isWell ? `✓ ${words.text("vault.health.well")}` : `● ${words.say(status.message!)}`}
      </p>
      {health && <Facts health={health} />}
      <div className="vault-check">
        <Button onClick={() => void run()} disabled={check === "running"}>
          {words.text("vault.health.check")}
        </Button>
        <p role="status" className={checkTone(check)}>
          {checkText(check)}
        </p>
      </div>
    </section>
  );

  function checkText(found: StorageCheck | "running" | null): string {
    if (found === null) return words.text("vault.health.check-hint");
    if (found === "running") return words.text("vault.health.checking");
    if (found.ledger === "damaged") return `● ${words.text("vault.health.ledger-damaged")}`;
    if (found.database === "damaged") return `● ${words.text("vault.health.database-damaged")}`;
    if (!found.agree) return `● ${words.text("vault.health.differ")}`;
    return `✓ ${words.text("vault.health.checked")}`;
  }
}

function Facts({ health }: { readonly health: StorageHealth }) {
  const words = useWords();
  const { room, ledgerBytes } = health;
  const facts: readonly (readonly [string, string])[] = [
    ["records", countText(words, health.records)],
    ["sequence", countText(words, health.sequence)],
    ["ledger", ledgerBytes === null ? words.text("base.none") : bytesText(words, ledgerBytes)],
    ["used", room ? bytesText(words, room.usedBytes) : words.text("base.none")],
    ["free", room ? bytesText(words, room.freeBytes) : words.text("base.none")],
    [
      "persistent",
      room
        ? words.text(`vault.health.persistent-${room.persistent ? "yes" : "no"}`)
        : words.text("base.none"),
    ],
  ];
  return (
    <dl className="vault-facts">
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{words.text(`vault.health.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function checkTone(found: StorageCheck | "running" | null): string {
  if (found === null || found === "running") return "vault-quiet";
  const isWell = found.ledger === "whole" && found.database === "whole" && found.agree;
  return isWell ? "tone-ahead" : "tone-risk";
}
