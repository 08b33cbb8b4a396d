import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

/** The places of the meeting room. */
export function meetingTabs(words: Words): readonly PageTab[] {
  return [
    {
      key: "practices",
      label: words.text("meeting.tab.practices"),
      href: placeHref("meeting", "practices"),
    },
    { key: "feed", label: words.text("meeting.tab.feed"), href: placeHref("meeting", "feed") },
  ];
}
