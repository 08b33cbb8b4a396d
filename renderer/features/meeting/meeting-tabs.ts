import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";

/** The places of the meeting room. */
export function meetingTabs(words: Words): readonly PageTab[] {
  return [
    { key: "meetings", label: words.text("meeting.tab.meetings"), href: placeHref("meeting") },
    { key: "actions", label: words.text("meeting.tab.actions"), href: placeHref("meeting", "actions") },
    { key: "decisions", label: words.text("meeting.tab.decisions"), href: placeHref("meeting", "decisions") },
    {
      key: "practices",
      label: words.text("meeting.tab.practices"),
      href: placeHref("meeting", "practices"),
    },
    { key: "feed", label: words.text("meeting.tab.feed"), href: placeHref("meeting", "feed") },
  ];
}
