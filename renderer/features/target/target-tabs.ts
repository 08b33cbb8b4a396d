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
    { key: "versions", label: words.text("target.tab.versions"), href: placeHref("target", "versions") },
    { key: "forecast", label: words.text("target.tab.forecast"), href: placeHref("target", "forecast") },
    { key: "goals", label: words.text("target.tab.goals"), href: placeHref("target", "goals") },
    { key: "sheet", label: words.text("target.sheet.tab"), href: placeHref("target", "sheet") },
    { key: "letters", label: words.text("target.tab.letters"), href: placeHref("target", "letters") },
    { key: "calendar", label: words.text("target.tab.calendar"), href: placeHref("target", "calendar") },
  ];
}
