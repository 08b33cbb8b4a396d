import { useEffect, useState } from "react";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { findRescueStates } from "../../storage/rescue.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NineSign } from "../frame/room-icon.tsx";
import { LanguageButton } from "../frame/top-bar.tsx";

/** The workspace could not be opened at all: what is still readable can be saved as files, and the start be tried again. */
export function RescueScreen() {
  const words = useWords();
  const [states, setStates] = useState<readonly RescueState[] | null>(null);
  const [said, setSaid] = useState<Message | null>(null);
  useEffect(() => {
    void findRescueStates(currentPlatform()).then(setStates, () => setStates([]));
  }, []);
  const isDesktop = currentPlatform().kind === "desktop";
  return (
    <main className="start-message rescue">
      <NineSign />
      <h1>{words.text("app.broken.title")}</h1>
      <p>{words.text("vault.rescue.lead", { app: words.text("app.name") })}</p>
      <section aria-label={words.text("vault.rescue.files")}>
        <h2>{words.text("vault.rescue.files")}</h2>
        {states === null || states.length === 0 ? (
          <p>{words.text(states === null ? "vault.rescue.reading" : "vault.rescue.none")}</p>
        ) : (
          <ul className="rescue-list">
            {states.map((state) => (
              <StateLine
                key={`${state.kind}${state.sequence}`}
                state={state}
                onSave={() => void save(state, words).then(setSaid)}
              />
            ))}
          </ul>
        )}
        <p role="status">{said ? words.say(said) : ""}</p>
      </section>
      <p>{words.text(isDesktop ? "vault.rescue.then.desktop" : "vault.rescue.then")}</p>
      <div className="rescue-foot">
        <Button kind={states?.length === 0 ? "primary" : "chip"} onClick={() => window.location.reload()}>
          {words.text("app.broken.again")}
        </Button>
        <LanguageButton />
      </div>
    </main>
  );
}

function StateLine({ state, onSave }: { readonly state: RescueState; onSave(): void }) {
  const words = useWords();
  const sequence = words.text("vault.rescue.sequence", { sequence: state.sequence });
  const isLast = state.kind === "last";
  return (
    <li>
      <span>
        {words.text(isLast ? "vault.rescue.last" : "vault.rescue.kept")}
        <small>{isLast ? `${sequence} · ${words.text("vault.rescue.last.text")}` : sequence}</small>
      </span>
      <Button kind={isLast ? "primary" : "link"} onClick={onSave}>
        {words.text("vault.rescue.save")}
      </Button>
    </li>
  );
}

async function save(state: RescueState, words: Words): Promise<Message | null> {
  const bytes = await state.bytes().catch(() => null);
  if (!bytes) return message("vault.rescue.gone");
  const name = `${words.text("vault.rescue.file", { sequence: state.sequence })}.jiugong`;
  const kind = { label: words.text("vault.rescue.kind"), extensions: ["jiugong"] };
  const saved = await currentPlatform().saveFile(name, bytes, kind);
  if (!saved.ok) return failureMessage(saved.error);
  return saved.value && message("vault.rescue.saved", { name: saved.value.name });
}
