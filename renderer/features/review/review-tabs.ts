import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

/** The places of the review room. */
export function reviewTabs(words: Words): readonly PageTab[] {
  return [
    { key: "pack", label: words.text("review.tab.pack"), href: placeHref("review") },
    { key: "cycle", label: words.text("review.tab.cycle"), href: placeHref("review", "cycle") },
    {
      key: "evidence",
      label: words.text("review.tab.evidence"),
      href: placeHref("review", "evidence"),
    },
    { key: "plans", label: words.text("review.tab.plans"), href: placeHref("review", "plans") },
    { key: "scores", label: words.text("review.tab.scores"), href: placeHref("review", "scores") },
  ];
}
