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
  "meeting.need.match": "{{count}} pairs of records",
  "meeting.need.match_one": "{{count}} pair of records",
  "meeting.need.match.why": "may be the same in two systems",
  "meeting.need.missing": "{{count}} KPI values missing; begin with “{{kpi}}”",
  "meeting.need.missing_one": "{{count}} KPI value missing: “{{kpi}}”",
  "meeting.need.life.left": "Off the team from {{day}}; {{amount}} of {{kpi}} is not handed on",
  "meeting.need.life.left.more":
    "Off the team from {{day}}; {{amount}} of {{kpi}} is not handed on, and {{count}} more",
  "meeting.need.life.joined": "Joined on {{day}}; {{kpi}} is {{amount}} above the days in the role",
  "meeting.need.life.joined.more":
    "Joined on {{day}}; {{kpi}} is {{amount}} above the days in the role, and {{count}} more",
  "meeting.need.life.leave": "On leave from {{day}}; nobody brings {{amount}} of {{kpi}}",
  "meeting.need.life.leave.more":
    "On leave from {{day}}; nobody brings {{amount}} of {{kpi}}, and {{count}} more",
  "meeting.need.life.moved": "Moved on {{day}} with {{amount}} of {{kpi}} that the old group lacks",
  "meeting.need.life.moved.more":
    "Moved on {{day}} with {{amount}} of {{kpi}} that the old group lacks, and {{count}} more",
  "meeting.need.life.longer": "Has more days in the role; {{kpi}} is {{amount}} short",
  "meeting.need.life.longer.more":
    "Has more days in the role; {{kpi}} is {{amount}} short, and {{count}} more",
  "meeting.need.life.several.left": "{{count}} who left: targets not handed on",
  "meeting.need.life.several.joined": "{{count}} who joined: targets above their days",
  "meeting.need.life.several.leave": "{{count}} on leave: targets not handed on",
  "meeting.need.life.several.moved": "{{count}} who moved: targets not adjusted",
  "meeting.need.life.several.longer": "{{count}} with more days: targets not adjusted",
  "meeting.need.import.since": "Since the import of {{weekday}}",
  "meeting.need.import.since-day": "Since the import of {{day}}",
  "meeting.need.import.slipped": "{{count}} deals slipped",
  "meeting.need.import.slipped_one": "{{count}} deal slipped",
  "meeting.need.import.gone": "{{count}} deals are gone",
  "meeting.need.import.gone_one": "{{count}} deal is gone",
  "meeting.need.import.cut": "{{count}} deals were cut",
  "meeting.need.import.cut_one": "{{count}} deal was cut",
  "meeting.need.import.lost": "{{count}} deals were lost",
  "meeting.need.import.lost_one": "{{count}} deal was lost",
  "meeting.weekday.1": "Monday",
  "meeting.weekday.2": "Tuesday",
  "meeting.weekday.3": "Wednesday",
  "meeting.weekday.4": "Thursday",
  "meeting.weekday.5": "Friday",
  "meeting.weekday.6": "Saturday",
  "meeting.weekday.7": "Sunday",
} as const satisfies WordsLike<typeof zh>;
