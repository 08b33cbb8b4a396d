import type { Words } from "../../../core/words/words.ts";
import { ROOMS, goTo, placeHref } from "../../platform/place.ts";
import { setView } from "../../storage/view-store.ts";
import type { Density, ThemeChoice } from "../../storage/view-store.ts";
import { speak } from "../language.ts";
import { saveBackupNow } from "../save-backup.ts";
import type { Entry } from "./find-entries.ts";

const THEMES: readonly ThemeChoice[] = ["light", "dark", "system"];
const DENSITIES: readonly Density[] = ["compact", "comfortable"];

/** The rooms, and what can be done from anywhere. */
export function commandEntries(words: Words, onHelp: () => void): readonly Entry[] {
  const action = (id: string, title: string, run: () => void): Entry => ({
    kind: "action",
    id,
    title,
    detail: "",
    run,
  });
  const rooms = (["home", ...ROOMS] as const).map((room, index): Entry => ({
    kind: "room",
    id: room,
    title: words.text(`app.room.${room}`),
    detail: String(index),
    run: () => goTo(placeHref(room)),
  }));
  return [
    ...rooms,
    action("backup", words.text("app.action.backup"), () => void saveBackupNow(words)),
    action("print", words.text("app.action.print"), () => window.print()),
    action(
      "language",
      words.text("app.action.language"),
      () => void speak(words.locale === "en" ? "zh-CN" : "en"),
    ),
    ...THEMES.map((theme) =>
      action(
        `theme-${theme}`,
        words.text("app.action.theme", { theme: words.text(`app.theme.${theme}`) }),
        () => setView({ theme }),
      ),
    ),
    ...DENSITIES.map((density) =>
      action(
        `density-${density}`,
        words.text("app.action.density", { density: words.text(`app.density.${density}`) }),
        () => setView({ density }),
      ),
    ),
    action("shortcuts", words.text("app.action.shortcuts"), onHelp),
  ];
}
