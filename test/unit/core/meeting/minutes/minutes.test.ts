import { describe, expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MeetingId, MemberId } from "../../../../../core/base/id.ts";
import { minutesOf } from "../../../../../core/meeting/minutes/minutes.ts";
import { minutesText } from "../../../../../core/meeting/minutes/minutes-text.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";
import { aDecision, aMeeting, anAction, anItem, meetingRows } from "../../../../builders/meeting.ts";

const words = createWords("zh-CN", zhCn, "CNY");
const meetingId = "m" as MeetingId;
const meeting = aMeeting("m", {
  name: "周会",
  on: day("2026-11-23"),
  state: "held",
  ranSeconds: 2520,
  attendance: [
    { memberId: "王芳" as MemberId, state: "present" },
    { memberId: "赵磊" as MemberId, state: "excused" },
  ],
  items: [
    anItem("a", { title: "*阀门* <b>大单</b>", state: "done", notes: "=1+1\n客户要两周" }),
    anItem("b", { title: "团建", state: "parked" }),
  ],
  problems: "交期太长",
});
const rows = meetingRows({
  meetings: [meeting],
  decisions: [aDecision("d", { meetingId, text: "先报价", reviewOn: day("2026-12-31") })],
  actions: [
    anAction("x", { meetingId, text: "发报价", ownerId: "王芳" as MemberId, dueOn: day("2026-11-27") }),
    anAction("y", { meetingId, text: "整理模板" }),
  ],
});
const say = (one: Parameters<typeof words.say>[0]) => words.say(one);

describe("minutes", () => {
  test("plain text has every section that has something to say, and no line begins like a formula", () => {
    expect(minutesText(minutesOf(rows, meeting), "plain", say)).toBe(
      [
        "周会纪要 · 2026年11月23日",
        "2026年11月23日 09:30，42 分钟",
        "",
        "出席",
        "• 出席 1 人：王芳",
        "• 请假 1 人：赵磊",
        "",
        "议题",
        "• *阀门* <b>大单</b>",
        "  ◦ =1+1",
        "  ◦ 客户要两周",
        "",
        "问题",
        "• 交期太长",
        "",
        "决议",
        "• 先报价（2026年12月31日复查）",
        "",
        "行动项",
        "• 王芳：发报价，2026年11月27日前完成",
        "• 整理模板（未定负责人和期限）",
        "",
        "留待下次",
        "• 团建（暂放）",
        "",
      ].join("\n"),
    );
  });
  test("in Markdown the signs in names and notes mean nothing", () => {
    const text = minutesText(minutesOf(rows, meeting), "markdown", say);
    expect(text).toContain("- \\*阀门\\* \\<b\\>大单\\</b\\>\n  - \\=1+1\n");
    expect(text.startsWith("# 周会纪要 · 2026年11月23日\n\n")).toBe(true);
  });
  test("a number at the beginning of a note makes no list in Markdown", () => {
    const numbered = { ...meeting, problems: "1. 交期\n2) 价格" };
    expect(minutesText(minutesOf(rows, numbered), "markdown", say)).toContain("- 1\\. 交期\n- 2\\) 价格\n");
  });
  test("a name that begins like a formula is no formula in plain text", () => {
    const text = minutesText(minutesOf(rows, { ...meeting, name: "=1+1" }), "plain", say);
    expect(text.split("\n", 1)).toEqual(["'=1+1纪要 · 2026年11月23日"]);
  });
  test("what is private has no way into them", () => {
    const note = {
      id: "n",
      memberId: "王芳" as MemberId,
      on: day("2026-11-23"),
      meetingId,
      text: "私下说的",
    };
    const withNote = { ...rows, oneToOneNotes: new Map([["n", note]]) };
    expect(minutesText(minutesOf(withNote, meeting), "plain", say)).not.toContain("私下说的");
  });
});
