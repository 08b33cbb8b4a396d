import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

/** The places of the target room. */
export function targetTabs(words: Words): readonly PageTab[] {
  return [
    { key: "table", label: words.text("target.tab.table"), href: placeHref("target") },
    {
      key: "allocation",
      label: words.text("target.tab.allocation"),
      href: placeHref("target", "allocation"),
    },
    { key: "forecast", label: words.text("target.tab.forecast"), href: placeHref("target", "forecast") },
    { key: "letters", label: words.text("target.tab.letters"), href: placeHref("target", "letters") },
    { key: "calendar", label: words.text("target.tab.calendar"), href: placeHref("target", "calendar") },
  ];
}
