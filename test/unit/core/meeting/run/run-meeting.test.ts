import { describe, expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { Meeting } from "../../../../../core/meeting/records.ts";
import type { ReadLine } from "../../../../../core/meeting/run/read-line.ts";
import {
  endMeeting,
  finishItem,
  goToItem,
  itemBeside,
  startMeeting,
} from "../../../../../core/meeting/run/run-meeting.ts";
import { takeLine } from "../../../../../core/meeting/run/take-line.ts";
import { aMeeting, anItem, MEETING_DAY, meetingRows } from "../../../../builders/meeting.ts";

const rows = meetingRows();
const first = (command: ReturnType<typeof endMeeting>): Record<string, unknown> => {
  if (!command.ok || command.value[0]?.op !== "put") throw new Error("nothing was written");
  return command.value[0].records[0] as unknown as Record<string, unknown>;
};
const asMeeting = (command: ReturnType<typeof endMeeting>) => first(command) as unknown as Meeting;
const started = (kind: Meeting["kind"] = "weekly", on = MEETING_DAY) =>
  asMeeting(
    startMeeting(
      rows,
      aMeeting("m", { kind, on, attendance: [{ memberId: "王芳" as MemberId, state: "expected" }] }),
      { lines: [anItem("a", { ref: "deals/d1" }), anItem("b"), anItem("c")], nowMs: 0, today: MEETING_DAY },
    ),
  );
const line = (fields: Partial<ReadLine>): ReadLine => ({
  kind: "note",
  text: "x",
  ownerId: null,
  unknown: null,
  day: null,
  ...fields,
});
const take = (meeting: Meeting, fields: Partial<ReadLine>) =>
  takeLine(rows, meeting, { line: line(fields), id: "new", today: MEETING_DAY });

describe("a running meeting", () => {
  test("whoever was expected counts as present, and the first line is spoken about", () => {
    const { attendance, current } = started();
    expect([attendance, current]).toEqual([
      [{ memberId: "王芳", state: "present" }],
      { key: "a", sinceMs: 0 },
    ]);
  });
  test("one that is begun before its day is held today, and one begun late keeps its day", () => {
    const days = [day("2026-11-30"), day("2026-11-23")].map((on) => started("weekly", on).on);
    expect(days).toEqual([MEETING_DAY, "2026-11-23"]);
  });
  test("time belongs to the line that was spoken about, also when it comes twice", () => {
    const there = asMeeting(goToItem(rows, started(), { key: "b", nowMs: 60_000 }));
    const back = asMeeting(goToItem(rows, there, { key: "a", nowMs: 90_000 }));
    const done = asMeeting(finishItem(rows, back, { state: "done", nowMs: 100_000 }));
    expect(done.items.map(({ seconds }) => seconds)).toEqual([70, 30, undefined]);
  });
  test("a finished line gives way to the next open one, and after the last to one that was passed over", () => {
    const at = asMeeting(goToItem(rows, started(), { key: "c", nowMs: 0 }));
    const next = asMeeting(finishItem(rows, at, { state: "parked", nowMs: 0 }));
    expect([next.current?.key, next.items[2]?.state]).toEqual(["a", "parked"]);
  });
  test("at the ends there is no line beside", () => {
    expect([itemBeside(started(), -1), itemBeside(started(), 1)]).toEqual([null, "b"]);
  });
  test("what is open at the end is carried, and the meeting knows how long it ran", () => {
    const done = asMeeting(finishItem(rows, started(), { state: "done", nowMs: 0 }));
    const held = asMeeting(endMeeting(rows, done, 1_800_000));
    expect([held.state, held.items.map(({ state }) => state), held.ranSeconds, held.current]).toEqual([
      "held",
      ["done", "carried", "carried"],
      1800,
      undefined,
    ]);
  });
  test("a meeting that has begun is not begun again", () => {
    expect(startMeeting(rows, started(), { lines: [], nowMs: 0, today: MEETING_DAY }).ok).toBe(false);
  });
});

describe("a line taken down", () => {
  test("an action is linked to the meeting and to what the line is about", () => {
    const action = first(
      take(started(), {
        kind: "action",
        text: "发报价",
        ownerId: "王芳" as MemberId,
        day: day("2026-11-27"),
      }),
    );
    expect(action).toMatchObject({
      text: "发报价",
      ownerId: "王芳",
      dueOn: "2026-11-27",
      meetingId: "m",
      dealId: "d1",
      state: "open",
    });
  });
  test("notes stand one below the other under their line", () => {
    const once = asMeeting(take(started(), { text: "客户要两周" }));
    expect(asMeeting(take(once, { text: "价格没有问题" })).items[0]?.notes).toBe("客户要两周\n价格没有问题");
  });
  test("a note in a one-to-one is private", () => {
    const command = take(started("one-to-one"), { text: "想带新人" });
    expect(command.ok && command.value[0]).toMatchObject({
      table: "oneToOneNotes",
      records: [{ memberId: "王芳", text: "想带新人", meetingId: "m" }],
    });
  });
  test("a decision keeps the day to look again", () => {
    expect(first(take(started(), { kind: "decision", day: day("2026-12-31") }))).toMatchObject({
      on: MEETING_DAY,
      reviewOn: "2026-12-31",
    });
  });
  test("a decision is not to be looked at again before it was made", () => {
    const command = take(started(), { kind: "decision", day: day("2026-11-23") });
    expect(!command.ok && command.error[0]?.field).toBe("reviewOn");
  });
  test("an empty line is refused", () => {
    expect(take(started(), { text: "  " }).ok).toBe(false);
  });
});
