import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../../core/base/change.ts";
import { day } from "../../../../../core/base/day.ts";
import { workingCalendar } from "../../../../../core/base/working-calendar.ts";
import { ruleDays } from "../../../../../core/base/rule-days.ts";
import { seriesDays } from "../../../../../core/meeting/schedule/series-days.ts";
import { putSeries } from "../../../../../core/meeting/schedule/edit-series.ts";
import { readRule, ruleMessage, ruleOf } from "../../../../../core/meeting/schedule/series-rule.ts";
import type { RuleChoice } from "../../../../../core/meeting/schedule/series-rule.ts";
import { meetingBefore, meetingById, meetingsIn } from "../../../../../core/meeting/schedule/meeting-list.ts";
import { aMeeting, aSeries, meetingRows } from "../../../../builders/meeting.ts";
import { aMember, anAbsence } from "../../../../builders/team.ts";
import type { MemberId } from "../../../../../core/base/id.ts";

const CALENDAR = workingCalendar([]);
const range = (start: string, end: string) => ({ start: day(start), end: day(end) });

describe("the days of a series", () => {
  test("every other week counts from the week in which the series begins", () => {
    expect(
      ruleDays("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", day("2026-03-04"), range("2026-03-01", "2026-04-15")),
    ).toEqual(["2026-03-16", "2026-03-30", "2026-04-13"]);
  });
  test("a quarter's first Monday comes every three months", () => {
    expect(
      ruleDays("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", day("2026-01-01"), range("2026-01-01", "2026-12-31")),
    ).toEqual(["2026-01-05", "2026-04-06", "2026-07-06", "2026-10-05"]);
  });
  test("the Monday of a holiday week goes to the next working day, to the one before, or falls out", () => {
    const held = (onHoliday: "next" | "previous" | "skip") =>
      seriesDays(aSeries("s", { onHoliday }), CALENDAR, range("2026-09-29", "2026-10-12")).map(
        ({ on }) => on,
      );
    expect(held("next")).toEqual(["2026-10-08"]);
    expect(held("previous")).toEqual(["2026-09-30"]);
    expect(held("skip")).toEqual([]);
  });
  test("of two that a holiday moves to one day only the first is held", () => {
    const twice = aSeries("s", { rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU" });
    expect(seriesDays(twice, CALENDAR, range("2026-10-05", "2026-10-12"))).toEqual([
      { ruleDay: "2026-10-05", on: "2026-10-08" },
    ]);
  });
  test("what is moved gives way to a meeting whose own day it is", () => {
    const twice = aSeries("s", { rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH" });
    expect(seriesDays(twice, CALENDAR, range("2026-10-05", "2026-10-12"))).toEqual([
      { ruleDay: "2026-10-08", on: "2026-10-08" },
    ]);
  });
  test("no day of a year is not worked, and none comes twice", () => {
    const daily = aSeries("s", { rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR" });
    const days = seriesDays(daily, CALENDAR, range("2026-01-01", "2027-01-01")).map(({ on }) => on);
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeLessThanOrEqual(248);
  });
  test("the day on which a series ends has none any more", () => {
    const ended = aSeries("s", { until: day("2026-11-23") });
    expect(seriesDays(ended, CALENDAR, range("2026-11-10", "2026-12-31")).map(({ on }) => on)).toEqual([
      "2026-11-16",
    ]);
  });
});

describe("rules by choices", () => {
  test.each<RuleChoice>([
    { unit: "week", every: 1, weekdays: [1] },
    { unit: "week", every: 2, weekdays: [1, 4] },
    { unit: "month", every: 1, weekdays: [5], nth: -1 },
    { unit: "month", every: 2, weekdays: [], monthDay: 15 },
    { unit: "quarter", every: 1, weekdays: [1], nth: 1 },
  ])("a choice is read back from its rule", (choice) => {
    expect(readRule(ruleOf(choice))).toEqual(choice);
  });
  test("what no choice makes is shown as it stands", () => {
    expect(ruleMessage("FREQ=DAILY")).toEqual({ key: "meeting.rule.other", params: { rule: "FREQ=DAILY" } });
  });
});

describe("the list of meetings", () => {
  const series = aSeries("周会", { memberIds: ["王芳" as MemberId, "赵磊" as MemberId] });
  test("a kept meeting stands in place of the one that the series says", () => {
    const kept = aMeeting("周会|2026-11-23", { on: day("2026-11-24"), seriesId: series.id });
    const rows = meetingRows({ series: [series], meetings: [kept] });
    expect(
      meetingsIn(rows, CALENDAR, range("2026-11-20", "2026-12-01")).map((one) => [one.id, one.on]),
    ).toEqual([
      ["周会|2026-11-23", "2026-11-24"],
      ["周会|2026-11-30", "2026-11-30"],
    ]);
  });
  test("a meeting whose agenda was touched follows its series, except where it was changed for that one", () => {
    const of = { seriesId: series.id, name: series.name };
    const meetings = [
      aMeeting("周会|2026-11-23", { ...of, state: "held" }),
      aMeeting("周会|2026-11-30", { ...of, hiddenKeys: ["a"] }),
      aMeeting("周会|2026-12-07", { ...of, startsAt: "10:00" }),
    ];
    const changed = putSeries(meetingRows({ series: [series], meetings }), { ...series, startsAt: "14:00" });
    expect(changed.ok && changed.value.slice(1)).toEqual([
      putRecords("meetings", [{ ...meetings[1]!, startsAt: "14:00" }]),
    ]);
  });
  test("who joins a series is invited to its kept meetings, who leaves it no longer; guests and what was noted stay", () => {
    const [wang, zhao, li, sun] = ["王芳", "赵磊", "李敏", "孙洋"] as MemberId[];
    const attendance = [
      { memberId: wang!, state: "expected" as const },
      { memberId: zhao!, state: "expected" as const },
      { memberId: sun!, state: "expected" as const },
    ];
    const kept = aMeeting("周会|2026-11-30", { seriesId: series.id, name: series.name, attendance });
    const absence = anAbsence("李敏", "2026-11-20", "2026-12-02");
    const members = ["王芳", "李敏"].map((name) => aMember(name));
    const scene = meetingRows({ members, series: [series], meetings: [kept] });
    const rows = { ...scene, absences: new Map([["a", absence]]) };
    const changed = putSeries(rows, { ...series, memberIds: [wang!, li!] });
    const invited = [attendance[0]!, attendance[2]!, { memberId: li!, state: "excused" as const }];
    expect(changed.ok && changed.value[1]).toEqual(
      putRecords("meetings", [{ ...kept, attendance: invited }]),
    );
  });
  test("who is on leave that day is excused from the start", () => {
    const absence = anAbsence("赵磊", "2026-11-28", "2026-12-02");
    const rows = { ...meetingRows({ series: [series] }), absences: new Map([[absence.id, absence]]) };
    expect(meetingById(rows, CALENDAR, "周会|2026-11-30")?.attendance).toEqual([
      { memberId: "王芳", state: "expected" },
      { memberId: "赵磊", state: "excused" },
    ]);
  });
  test("a day that the rule does not name is no meeting", () => {
    expect(meetingById(meetingRows({ series: [series] }), CALENDAR, "周会|2026-11-25")).toBeNull();
  });
  test("before a one-to-one by itself stands only one with the same member", () => {
    const talk = (id: string, on: string, memberId: string) =>
      aMeeting(id, {
        kind: "one-to-one",
        on: day(on),
        state: "held",
        attendance: [{ memberId: memberId as MemberId, state: "present" }],
      });
    const meetings = [talk("a", "2026-11-10", "赵磊"), talk("b", "2026-11-20", "王芳")];
    const next = talk("c", "2026-11-26", "赵磊");
    expect(meetingBefore(meetingRows({ meetings }), next)?.id).toBe("a");
  });
});

test.each([
  "FREQ=WEEKLY;BYDAY=MO<b>",
  "FREQ=WEEKLY;INTERVAL=x",
  "FREQ=WEEKLY;INTERVAL=0",
  "FREQ=SECONDLY",
  "FREQ=FOO",
  "",
])("a rule that a file made up (%s) has no days, and does not run on", (rule) => {
  expect(ruleDays(rule, day("2026-03-01"), range("2026-03-01", "2026-04-15"))).toEqual([]);
});
