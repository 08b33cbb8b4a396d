import { useState } from "react";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NineSign } from "../frame/room-icon.tsx";
import { LanguageButton } from "../frame/top-bar.tsx";
import { HiddenFolder } from "./hidden-folder.tsx";
import { SetAside, SetDatabaseAside } from "./set-aside.tsx";
import { StateLine } from "./state-line.tsx";
import { useRescue } from "./use-rescue.ts";

/** The workspace could not be opened at all: what is still readable can be saved as files, the start be tried again, and what does
 * not open be set aside. */
export function RescueScreen() {
  const words = useWords();
  const { found, again } = useRescue();
  const [said, setSaid] = useState<Message | null>(null);
  const states = found?.states ?? null;
  const isDesktop = currentPlatform().kind === "desktop";
  return (
    <main className="start-message rescue">
      <NineSign />
      <h1>{words.text("app.broken.title")}</h1>
      <p>{words.text("vault.rescue.lead", { app: words.text("app.name") })}</p>
      {states !== null && states.length > 0 && <p>{words.text("vault.rescue.save-first")}</p>}
      <section aria-label={words.text("vault.rescue.files")}>
        <h2>{words.text("vault.rescue.files")}</h2>
        {states === null || states.length === 0 ? (
          <p>{words.text(states === null ? "vault.rescue.reading" : "vault.rescue.none")}</p>
        ) : (
          <ul className="rescue-list">
            {states.map((state) => (
              <StateLine
                key={`${state.kind} ${state.name}`}
                state={state}
                action={words.text("vault.rescue.save")}
                primary={state === states[0]}
                onAct={() => void save(state, words).then(setSaid)}
              />
            ))}
          </ul>
        )}
        {found?.hidden && <HiddenFolder hidden={found.hidden} again={again} />}
        <p role="status">{said ? words.say(said) : ""}</p>
      </section>
      <div className="rescue-foot">
        <Button kind={states?.length === 0 ? "primary" : "chip"} onClick={() => window.location.reload()}>
          {words.text("app.broken.again")}
        </Button>
        <LanguageButton />
      </div>
      {isDesktop && <SetDatabaseAside />}
      <SetAside />
      {!isDesktop && <p>{words.text("vault.rescue.then")}</p>}
    </main>
  );
}

async function save(state: RescueState, words: Words): Promise<Message | null> {
  const read = await state.bytes().catch(() => fail(message("vault.rescue.gone")));
  if (!read.ok) return read.error;
  const { sequence, name } = state;
  const stem = sequence === null ? name : words.text("vault.rescue.file", { sequence });
  const kind = { label: words.text("vault.rescue.kind"), extensions: ["jiugong"] };
  const saved = await currentPlatform().saveFile(
    `${stem.replace(/\.jiugong(\.age)?$/, "")}.jiugong`,
    read.value,
    kind,
  );
  if (!saved.ok) return failureMessage(saved.error);
  return saved.value && message("vault.rescue.saved", { name: saved.value.name });
}
