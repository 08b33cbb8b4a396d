import { useEffect, useMemo, useSyncExternalStore } from "react";
import { settingsOf } from "../../core/vault/workspace.ts";
import { useView } from "../storage/view-store.ts";
import type { ThemeChoice } from "../storage/view-store.ts";
import { workspaceStore } from "../storage/workspace-store.ts";
import { UiTheme } from "../ui/theme.tsx";
import { WordsContext } from "../ui/words-context.tsx";
import { ErrorGuard } from "./error-guard.tsx";
import { Frame } from "./frame/frame.tsx";
import { StartGate } from "./start/start-gate.tsx";
import { dictionaryStore, wordsOf } from "./language.ts";

/** The whole app under its theme and language. */
export function App() {
  const spoken = dictionaryStore();
  const view = useView();
  const currency = workspaceStore((state) =>
    state.workspace ? settingsOf(state.workspace).currency : "CNY",
  );
  const theme = useTheme(view.theme);
  const words = useMemo(
    () => (spoken ? wordsOf(spoken.locale, spoken.dictionary, currency) : null),
    [spoken, currency],
  );
  useEffect(() => {
    if (spoken) document.documentElement.lang = spoken.locale;
  }, [spoken]);
  if (!words) return null;
  return (
    <UiTheme theme={theme} density={view.density}>
      <WordsContext value={words}>
        <ErrorGuard>
          <StartGate>
            <Frame />
          </StartGate>
        </ErrorGuard>
      </WordsContext>
    </UiTheme>
  );
}

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

function useTheme(choice: ThemeChoice): "light" | "dark" {
  const systemDark = useSyncExternalStore(
    (onChange) => {
      darkScheme.addEventListener("change", onChange);
      return () => darkScheme.removeEventListener("change", onChange);
    },
    () => darkScheme.matches,
  );
  return choice === "system" ? (systemDark ? "dark" : "light") : choice;
}
