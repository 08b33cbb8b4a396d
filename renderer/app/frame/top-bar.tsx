import type { Room } from "../../platform/place.ts";
import { setView, useView } from "../../storage/view-store.ts";
import type { ThemeChoice } from "../../storage/view-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { speak } from "../language.ts";
import { PeriodPicker } from "./period-picker.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import { WorkingDayLine } from "./working-day-line.tsx";

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  light: "dark",
  dark: "system",
  system: "light",
};
const SIGN_BY_THEME: Readonly<Record<ThemeChoice, string>> = { light: "☼", dark: "☾", system: "◐" };

export interface TopBarProps {
  readonly room: Room | "home";
  onSearch(): void;
}

/** Title, period, search, undo, language and theme: above every screen. */
export function TopBar({ room, onSearch }: TopBarProps) {
  const words = useWords();
  const theme = useView((view) => view.theme);
  const themeName = words.text("app.action.theme", { theme: words.text(`app.theme.${theme}`) });
  return (
    <header className="top-bar">
      <h1>{words.text(`app.room.${room}`)}</h1>
      <PeriodPicker />
      <WorkingDayLine />
      <button type="button" className="search-chip" aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
        <span>{words.text("app.search")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <UndoButtons />
      <LanguageButton />
      <button
        type="button"
        className="icon-button"
        aria-label={themeName}
        title={themeName}
        onClick={() => setView({ theme: NEXT_THEME[theme] })}
      >
        <span aria-hidden="true">{SIGN_BY_THEME[theme]}</span>
      </button>
    </header>
  );
}

/** Both languages in their own script, so that whoever reads only one finds the switch. */
export function LanguageButton() {
  const words = useWords();
  const other = words.locale === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className="button chip language-button"
      title={words.text("app.action.language")}
      onClick={() => void speak(other)}
    >
      <span className={words.locale === "en" ? undefined : "on"} lang="zh-CN">
        {words.text("app.language.zh")}
      </span>
      <span aria-hidden="true">/</span>
      <span className={words.locale === "en" ? "on" : undefined}>{words.text("app.language.en")}</span>
    </button>
  );
}
