import type { Day } from "../../../core/base/day.ts";
import type { UpdateState } from "../../../core/vault/update/update-state.ts";
import type { Words } from "../../../core/words/words.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { UpdateCardProps } from "./update-source-card.tsx";
import { bytesText, momentText } from "./vault-text.ts";

/** Which version runs, what was found, and the one next step. */
export function UpdateStateCard({ state, updates }: UpdateCardProps) {
  const words = useWords();
  const { installed, checkedAtMs, offer } = state;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.update.now")}</h2>
      <p className="vault-figure">{words.text("vault.update.version", { ...installed })}</p>
      <p role="status" className={toneOf(state)}>
        {statusText(words, state)}
      </p>
      {state.phase === "fetching" && offer && (
        <progress
          value={state.receivedBytes}
          max={offer.size}
          aria-label={words.text("vault.update.fetching-label")}
        />
      )}
      {state.problem !== null && (
        <p className="tone-at-risk">● {words.text(`vault.update.problem.${state.problem}`)}</p>
      )}
      <NextStep state={state} updates={updates} />
      {offer && notesText(words, offer.notes) !== "" && (
        <div className="update-notes">
          <h3>{words.text("vault.update.notes")}</h3>
          <p>{notesText(words, offer.notes)}</p>
        </div>
      )}
      {checkedAtMs !== null && (
        <p className="vault-quiet">
          {words.text("vault.update.checked")} {momentText(words, checkedAtMs)}
        </p>
      )}
      {state.source !== "off" && <p className="vault-quiet">{words.text("vault.update.not-run")}</p>}
    </section>
  );
}

function NextStep({ state, updates }: UpdateCardProps) {
  const words = useWords();
  const { phase, installedBy } = state;
  if (state.source === "off" || phase === "checking" || phase === "installing") return null;
  if (phase === "fetching") {
    return (
      <div className="update-steps">
        <Button onClick={() => updates.run((port) => port.stop())}>{words.text("vault.update.stop")}</Button>
      </div>
    );
  }
  const isShown = installedBy === "shown";
  return (
    <>
      <div className="update-steps">
        {phase === "ready" && (
          <Button kind="primary" onClick={updates.install}>
            {words.text(isShown ? "vault.update.install-shown" : "vault.update.install")}
          </Button>
        )}
        {phase === "available" && (
          <Button kind="primary" onClick={() => updates.run((port) => port.fetch())}>
            {words.text(state.problem === "interrupted" ? "vault.update.fetch-again" : "vault.update.fetch")}
          </Button>
        )}
        <Button
          kind={phase === "idle" || phase === "current" ? "primary" : "chip"}
          onClick={() => updates.run((port) => port.check())}
        >
          {words.text("vault.update.check")}
        </Button>
      </div>
      {phase === "ready" && (
        <p className="vault-quiet">
          {words.text(isShown ? "vault.update.install-shown-hint" : "vault.update.install-hint")}
        </p>
      )}
    </>
  );
}

function statusText(words: Words, state: UpdateState): string {
  const { source, phase, offer, receivedBytes, installedBy, problem } = state;
  if (source === "off") return words.text("vault.update.off");
  // It has been looked at: what was wrong stands below.
  if (phase === "idle" && problem !== null) return "";
  const size = bytesText(words, offer?.size ?? 0);
  const version = offer?.version ?? "";
  switch (phase) {
    case "available":
      return words.text("vault.update.available", { version, size, day: { day: offer!.releasedOn as Day } });
    case "fetching":
      return words.text("vault.update.fetching", { received: bytesText(words, receivedBytes), size });
    case "ready":
      return `✓ ${words.text("vault.update.ready", { version })}`;
    case "installing":
      return words.text(`vault.update.installing${installedBy === "shown" ? "-shown" : ""}`);
    case "current":
      return `✓ ${words.text("vault.update.current")}`;
    default:
      return words.text(phase === "checking" ? "vault.update.checking" : "vault.update.idle");
  }
}

function toneOf({ phase }: UpdateState): string {
  return phase === "ready" || phase === "current" ? "tone-ahead" : "vault-quiet";
}

function notesText(words: Words, notes: { readonly zh: string; readonly en: string }): string {
  return words.name(notes);
}
