import type { KeptState } from "../../platform/platform.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { bytesText, countText } from "./vault-text.ts";

/** States that were put aside before a restore; each can be taken back. */
export function KeptSection({
  kept,
  onOpen,
}: {
  readonly kept: readonly KeptState[];
  onOpen(number: number): void;
}) {
  const words = useWords();
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
