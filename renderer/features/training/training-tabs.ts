import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

const TABS = ["plan", "courses", "matrix", "proposals", "calendar", "effect"] as const;

/** The places of the training room. */
export function trainingTabs(words: Words): readonly PageTab[] {
  return TABS.map((key) => ({
    key,
    label: words.text(`training.tab.${key}`),
    href: placeHref("training", key),
  }));
}
