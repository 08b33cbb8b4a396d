import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

const PLACES = [
  "statements",
  "plans",
  "simulator",
  "budgets",
  "promotion",
  "recognition",
  "events",
  "book",
  "board",
] as const;

/** The places of the incentive room; the leaderboard only while the settings show it. */
export function incentiveTabs(
  words: Words,
  settings: { readonly leaderboards?: boolean | undefined },
): readonly PageTab[] {
  return PLACES.filter((place) => place !== "board" || settings.leaderboards !== false).map((key) => ({
    key,
    label: words.text(`incentive.tab.${key}`),
    href: placeHref("incentive", key),
  }));
}
