import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

/** The places of the incentive room. */
export function incentiveTabs(words: Words): readonly PageTab[] {
  return [
    {
      key: "statements",
      label: words.text("incentive.tab.statements"),
      href: placeHref("incentive", "statements"),
    },
    { key: "plans", label: words.text("incentive.tab.plans"), href: placeHref("incentive", "plans") },
    {
      key: "simulator",
      label: words.text("incentive.tab.simulator"),
      href: placeHref("incentive", "simulator"),
    },
    { key: "budgets", label: words.text("incentive.tab.budgets"), href: placeHref("incentive", "budgets") },
  ];
}
