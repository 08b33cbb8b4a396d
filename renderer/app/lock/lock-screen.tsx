import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import { message } from "../../../core/base/message.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { tryUnlock, tryWaitMs } from "../../storage/set-lock.ts";
import { FieldTheme } from "../../ui/field-theme.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LanguageButton } from "../frame/top-bar.tsx";
import { NineSign } from "../frame/room-icon.tsx";
import "./lock-screen.css";

/** What stands in the window while the app is locked, and nothing else. It stands outside of the rooms, so it brings the look
 * of its field. */
export function LockScreen() {
  const words = useWords();
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const waitMs = useWait();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === "" || waitMs > 0) return;
    const outcome = tryUnlock(text);
    if (outcome === "removed") notify({ tone: "info", message: message("vault.app-lock.removed") });
    setText("");
    setWrong(outcome === "wrong" || outcome === "wait");
  };
  const waiting =
    waitMs > 0 ? words.text("vault.app-lock.wait", { seconds: Math.ceil(waitMs / 1000) }) : null;
  return (
    <main className="lock-screen">
      <header>
        <LanguageButton />
      </header>
      <form onSubmit={submit}>
        <NineSign />
        <h1>{words.text("vault.app-lock.screen")}</h1>
        <FieldTheme>
          <PassphraseField
            label={words.text("vault.app-lock.passphrase")}
            value={text}
            onType={setText}
            problem={waiting ?? (isWrong ? words.text("vault.app-lock.wrong") : null)}
            autoFocus
          />
        </FieldTheme>
        <button
          type="submit"
          className="button primary"
          aria-disabled={text === "" || waitMs > 0 || undefined}
        >
          {words.text("vault.app-lock.open")}
        </button>
        <details>
          <summary>{words.text("vault.app-lock.forgotten")}</summary>
          <p>{words.text("vault.app-lock.forgotten-code")}</p>
          <p>{words.text(`vault.app-lock.forgotten-${currentPlatform().kind}`)}</p>
        </details>
      </form>
    </main>
  );
}

/** The time that is left before the next try, counted down. */
function useWait(): number {
  const [waitMs, setWaitMs] = useState(tryWaitMs);
  useEffect(() => {
    const timer = setInterval(() => setWaitMs(tryWaitMs()), 250);
    return () => clearInterval(timer);
  }, []);
  return waitMs;
}
