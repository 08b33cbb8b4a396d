import { useEffect, useState } from "react";
import type { KeptState } from "../../platform/platform.ts";
import { readStorageHealth } from "../../storage/storage-health.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { bytesText, countText } from "./vault-text.ts";

/** States that were put aside before something replaced or filled them; each can be taken back. */
export function KeptSection({ onOpen }: { onOpen(number: number): void }) {
  const words = useWords();
  const kept = useKept();
  return (
    <section className="vault-card">
      <h2>{words.text("vault.kept.title")}</h2>
      {kept.length === 0 ? (
        <p className="vault-quiet">{words.text("vault.kept.none")}</p>
      ) : (
        <ul className="vault-list">
          {kept.map(({ number, sequence, bytes }) => (
            <li key={number}>
              <span>
                {words.text("vault.kept.line", { sequence: countText(words, sequence) })}
                <small>{bytesText(words, bytes)}</small>
              </span>
              <Button kind="link" onClick={() => onOpen(number)}>
                {words.text("vault.kept.open")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useKept(): readonly KeptState[] {
  const workspace = useWorkspace();
  const [kept, setKept] = useState<readonly KeptState[]>([]);
  useEffect(() => {
    let isHere = true;
    void readStorageHealth().then((health) => isHere && setKept(health.kept));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  return kept;
}
