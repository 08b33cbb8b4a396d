import { create } from "zustand";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { createWords } from "../../core/words/words.ts";
import { setView } from "../storage/view-store.ts";
import type { Words } from "../../core/words/words.ts";

/** The dictionary that is loaded; only one language is fetched until another is asked for. */
export const dictionaryStore = create<{ readonly locale: Locale; readonly dictionary: Dictionary } | null>(
  () => null,
);

const FIRST: Readonly<Record<Locale, () => Promise<Dictionary>>> = {
  "zh-CN": async () => (await import("../../core/words/zh-cn-first.ts")).zhCnFirst,
  en: async () => (await import("../../core/words/en-first.ts")).enFirst,
};

const ROOMS: Readonly<Record<Locale, () => Promise<Dictionary>>> = {
  "zh-CN": async () => (await import("../../core/words/zh-cn-rooms.ts")).zhCnRooms,
  en: async () => (await import("../../core/words/en-rooms.ts")).enRooms,
};

/** Whether a room has been opened: from then on a language is spoken whole. */
let speaksRooms = false;

/** Loads a language and speaks it from now on: as much of it as has been needed. */
export async function speak(locale: Locale): Promise<void> {
  const parts = await Promise.all([FIRST[locale](), ...(speaksRooms ? [ROOMS[locale]()] : [])]);
  const dictionary: Dictionary = Object.assign({}, ...parts);
  dictionaryStore.setState({ locale, dictionary }, true);
  setView({ locale });
}

/** Speaks of the rooms too; answers when it can. */
export async function speakOfRooms(): Promise<void> {
  if (speaksRooms) return;
  speaksRooms = true;
  const { locale } = dictionaryStore.getState() ?? {};
  if (locale !== undefined) await speak(locale);
}

/** The language to begin with: the kept choice, else the system's: Chinese for any Chinese, English for the rest. */
export function firstLocale(kept: string | null, system: readonly string[]): Locale {
  if (kept === "zh-CN" || kept === "en") return kept;
  return system[0]?.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

let made: { readonly dictionary: Dictionary; readonly currency: string; readonly words: Words } | null = null;

/** The words of the loaded language and the workspace's currency; the same object for the same two. */
export function wordsOf(locale: Locale, dictionary: Dictionary, currency: string): Words {
  if (made?.dictionary !== dictionary || made.currency !== currency) {
    made = { dictionary, currency, words: createWords(locale, dictionary, currency) };
  }
  return made.words;
}
