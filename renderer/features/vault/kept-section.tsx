import { useEffect, useState } from "react";
import type { KeptState } from "../../platform/platform.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { readStorageHealth } from "../../storage/storage-health.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useAside } from "./use-aside.ts";
import { bytesText, countText } from "./vault-text.ts";

/** States that were put aside before something replaced or filled them, and whole ledgers that were set aside; each can be taken
 * back. */
export function KeptSection(props: { onOpen(number: number): void; onOpenAside(state: RescueState): void }) {
  const words = useWords();
  const kept = useKept();
  const aside = useAside();
  return (
    <section className="vault-card">
      <h2>{words.text("vault.kept.title")}</h2>
      {kept.length + aside.length === 0 ? (
        <p className="vault-quiet">{words.text("vault.kept.none")}</p>
      ) : (
        <ul className="vault-list">
          {kept.map(({ number, sequence, bytes }) => (
            <li key={number}>
              <span>
                {words.text("vault.kept.line", { sequence: countText(words, sequence) })}
                <small>{bytesText(words, bytes)}</small>
              </span>
              <Button kind="link" onClick={() => props.onOpen(number)}>
                {words.text("vault.kept.open")}
              </Button>
            </li>
          ))}
          {aside.map((state) => (
            <li key={`aside ${state.name}`}>
              <span>
                {words.text("vault.rescue.aside")}
                <small>{words.text("vault.rescue.aside.text", { place: state.name })}</small>
              </span>
              <Button kind="link" onClick={() => props.onOpenAside(state)}>
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
