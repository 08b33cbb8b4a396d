import { describe, expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { readDayWord } from "../../../../../core/meeting/run/read-day-word.ts";
import { callName, readLine } from "../../../../../core/meeting/run/read-line.ts";
import type { LineKind } from "../../../../../core/meeting/run/read-line.ts";
import { MEETING_DAY } from "../../../../builders/meeting.ts";

const PEOPLE = [
  { id: "m1" as MemberId, names: ["王芳", "wangfang", "wf"] },
  { id: "m2" as MemberId, names: ["赵磊", "zhaolei", "zl"] },
  { id: "m3" as MemberId, names: ["Nancy Davolio", "Nancy"] },
  { id: "m4" as MemberId, names: ["李敏", "limin"] },
  { id: "m5" as MemberId, names: ["黎敏", "limin"] },
];
const read = (line: string, kind: LineKind = "note") =>
  readLine(line, { people: PEOPLE, today: MEETING_DAY, kind });

describe("day words", () => {
  // MEETING_DAY is Thursday, 26 November 2026.
  test.each([
    ["今天", "2026-11-26"],
    ["明天", "2026-11-27"],
    ["周四", "2026-11-26"],
    ["周五", "2026-11-27"],
    ["周一", "2026-11-30"],
    ["星期天", "2026-11-29"],
    ["本周一", "2026-11-23"],
    ["下周三", "2026-12-02"],
    ["下下周一", "2026-12-07"],
    ["月底", "2026-11-30"],
    ["下月底", "2026-12-31"],
    ["季末", "2026-12-31"],
    ["周五前", "2026-11-27"],
    ["3天后", "2026-11-29"],
    ["两周后", "2026-12-10"],
    ["11月30日", "2026-11-30"],
    ["11月30号", "2026-11-30"],
    ["3月1日", "2027-03-01"],
    ["11-30", "2026-11-30"],
    ["30号", "2026-11-30"],
    ["5号", "2026-12-05"],
    ["fri", "2026-11-27"],
    ["next wed", "2026-12-02"],
    ["Tomorrow", "2026-11-27"],
    ["by friday", "2026-11-27"],
    ["eom", "2026-11-30"],
    ["in 2 weeks", "2026-12-10"],
    ["30 nov", "2026-11-30"],
    ["Dec 5", "2026-12-05"],
    ["5 december", "2026-12-05"],
    ["3 天后", "2026-11-29"],
    ["明天下午", "2026-11-27"],
    ["周五下班前", "2026-11-27"],
    ["下个月5号", "2026-12-05"],
    ["下月31日", "2026-12-31"],
    ["本季度末", "2026-12-31"],
  ])("%s is %s", (word, wanted) => {
    expect(readDayWord(word, MEETING_DAY)).toBe(wanted);
  });
  test.each(["报价", "周八", "31 foo", "mark 3", "13月1日", "next", "constructor", ""])(
    "%j is no day",
    (word) => {
      expect(readDayWord(word, MEETING_DAY)).toBeNull();
    },
  );
  test.each([
    ["30号", "2026-01-31", "2026-03-30"],
    ["31号", "2026-03-31", "2026-03-31"],
    ["31日", "2026-04-01", "2026-05-31"],
    ["1号", "2026-12-31", "2027-01-01"],
    ["下月底", "2026-12-31", "2027-01-31"],
    ["周五", "2026-11-27", "2026-11-27"],
    ["下周三", "2026-12-30", "2027-01-06"],
    ["下月1号", "2026-12-31", "2027-01-01"],
  ])("%s said on %s is %s", (word, today, wanted) => {
    expect(readDayWord(word, day(today))).toBe(wanted);
  });
});

describe("a line typed in a meeting", () => {
  test.each([
    ["@王芳 周五 把报价发给客户"],
    ["@王芳周五 把报价发给客户"],
    ["＠王芳，周五，把报价发给客户"],
    ["@wangfang 周五前 把报价发给客户"],
    ["@wf by fri 把报价发给客户"],
  ])("%s has owner, day and text", (line) => {
    const { kind, ownerId, day, text } = read(line);
    expect({ kind, ownerId, day, text }).toEqual({
      kind: "action",
      ownerId: "m1",
      day: "2026-11-27",
      text: "把报价发给客户",
    });
  });
  test("a day of several words is read", () => {
    expect(read("@Nancy end of month send the offer")).toMatchObject({
      ownerId: "m3",
      day: "2026-11-30",
      text: "send the offer",
    });
  });
  test("text without owner and day is an action all the same", () => {
    expect(read("+ 整理合同模板")).toEqual({
      kind: "action",
      text: "整理合同模板",
      ownerId: null,
      unknown: null,
      day: null,
    });
  });
  test("a name that nobody bears stays in the text and is said", () => {
    expect(read("@小李 周五 回访")).toMatchObject({
      ownerId: null,
      unknown: { name: "小李", isShared: false },
      text: "@小李 周五 回访",
      day: "2026-11-27",
    });
  });
  test("a sound that two share names nobody", () => {
    expect(read("@limin 回访").unknown).toEqual({ name: "limin", isShared: true });
  });
  test("a whole name of several words is the owner's, and none of it stays in the text", () => {
    expect(read("@Nancy Davolio fri send the offer")).toMatchObject({
      ownerId: "m3",
      day: "2026-11-27",
      text: "send the offer",
    });
  });
  test("a name that two bear is nobody's, even where a shorter one begins it", () => {
    const people = [
      { id: "a" as MemberId, names: ["王小明", "E1"] },
      { id: "b" as MemberId, names: ["王小明", "E2"] },
      { id: "c" as MemberId, names: ["王小"] },
    ];
    const line = readLine("@王小明周五 回访", { people, today: MEETING_DAY, kind: "note" });
    expect([line.ownerId, line.unknown]).toEqual([null, { name: "王小明", isShared: true }]);
  });
  test("of two with one name each is called by the number, and read back", () => {
    const people = [
      { id: "a" as MemberId, names: ["王伟", "E1", "wangwei"] },
      { id: "b" as MemberId, names: ["王伟", "E2", "wangwei"] },
    ];
    const typed = `@${callName(people, people[1]!)} 回访`;
    expect(readLine(typed, { people, today: MEETING_DAY, kind: "note" }).ownerId).toBe("b");
  });
  test.each(["9.5 折封顶", "1.5 万的报价", "2.5 % is the most"])(
    "%s begins with an amount and no day",
    (line) => {
      expect(read(`! ${line}`)).toMatchObject({ text: line, day: null });
    },
  );
  test("month and day with a dot are a day all the same", () => {
    expect(read("! 12.5 价格复查")).toMatchObject({ text: "价格复查", day: "2026-12-05" });
  });
  test("a word of a day inside the text stays there", () => {
    expect(read("+ 把周五的报价发出去").text).toBe("把周五的报价发出去");
  });
  test("a decision keeps the day on which to look at it again", () => {
    expect(read("！下月底 价格一律九五折")).toMatchObject({
      kind: "decision",
      day: "2026-12-31",
      text: "价格一律九五折",
    });
  });
  test("a question mark makes a problem, and nothing makes a note", () => {
    expect([read("? 交期太长").kind, read("客户要两周").kind]).toEqual(["problem", "note"]);
  });
  test("the chosen kind holds where no sign says otherwise", () => {
    expect(read("周五 整理模板", "action")).toMatchObject({ kind: "action", day: "2026-11-27" });
  });
});
