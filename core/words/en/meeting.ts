import type { meeting as zh } from "../zh-cn/meeting.ts";
import type { WordsLike } from "../dictionary.ts";

/** Meetings: what needs the manager. */
export const meeting = {
  "meeting.need.names": "{{names}}",
  "meeting.need.names.more": "{{names}} and others, {{count}} in all",
  "meeting.need.at-risk": "At risk: pace {{pace}}, {{gap}} less than due by now",
  "meeting.need.behind": "Behind: pace {{pace}}, {{gap}} less than due by now",
  "meeting.need.at-risk.rate":
    "At risk: pace {{pace}}, {{gap}} short; needs {{required}} a day, has made {{soFar}} a day",
  "meeting.need.behind.rate":
    "Behind: pace {{pace}}, {{gap}} short; needs {{required}} a day, has made {{soFar}} a day",
  "meeting.need.unassigned": "{{amount}} ({{share}}) of results belong to no member",
  "meeting.need.missing": "{{count}} KPI values missing; begin with “{{kpi}}”",
  "meeting.need.missing_one": "{{count}} KPI value missing: “{{kpi}}”",
} as const satisfies WordsLike<typeof zh>;
