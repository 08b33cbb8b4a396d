import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { Recognition } from "../../../../../core/incentive/records.ts";
import { addAnnouncement, editAnnouncement } from "../../../../../core/meeting/feed/edit-announcements.ts";
import { feedText } from "../../../../../core/meeting/feed/feed-text.ts";
import { currentAnnouncements, feedOf } from "../../../../../core/meeting/feed/feed.ts";
import type { FeedEntry } from "../../../../../core/meeting/feed/feed.ts";
import { announcementSchema } from "../../../../../core/meeting/records.ts";
import type { Announcement } from "../../../../../core/meeting/records.ts";
import { anAnnouncement, PRACTICE_DAY } from "../../../../builders/meeting-practices.ts";

const on = (text: string) => text as Day;
const thanks = (id: string, day: string): Recognition => ({
  id,
  kind: "thanks",
  memberId: "m1" as MemberId,
  on: on(day),
  title: id,
  reason: "",
});

function feed(announcements: readonly Announcement[], recognitions: readonly Recognition[] = []) {
  const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
    new Map(list.map((one) => [one.id, one]));
  return feedOf({ announcements: byId(announcements), recognitions: byId(recognitions) }, PRACTICE_DAY);
}
const idsOf = (entries: readonly FeedEntry[]) => entries.map(({ id }) => id);

describe("the feed", () => {
  test("stands by day, the latest first, announcements before recognitions", () => {
    const { current } = feed(
      [anAnnouncement("a1", { on: on("2026-08-31") })],
      [thanks("r1", "2026-08-31"), thanks("r2", "2026-09-01")],
    );
    expect(current.map((day) => [day.on, idsOf(day.entries)])).toEqual([
      ["2026-09-01", ["r2"]],
      ["2026-08-31", ["a1", "r1"]],
    ]);
  });

  test("has what is pinned above the days, and what is to come apart", () => {
    const { pinned, coming, current } = feed([
      anAnnouncement("pin", { isPinned: true, on: on("2026-01-01") }),
      anAnnouncement("later", { on: on("2026-09-10") }),
      anAnnouncement("next", { on: on("2026-09-02"), isPinned: true }),
    ]);
    expect([idsOf(pinned), idsOf(coming), current]).toEqual([["pin"], ["next", "later"], []]);
  });

  test("an announcement is current until its end, which is the first day without it, also when it is pinned", () => {
    const ended = anAnnouncement("ended", { on: on("2026-08-01"), until: on("2026-09-01"), isPinned: true });
    const last = anAnnouncement("last", { on: on("2026-08-01"), until: on("2026-09-02") });
    const { pinned, current, earlier } = feed([ended, last]);
    expect([pinned, idsOf(current[0]!.entries), idsOf(earlier[0]!.entries)]).toEqual([
      [],
      ["last"],
      ["ended"],
    ]);
    expect(
      currentAnnouncements(
        new Map([
          ["e", ended],
          ["l", last],
        ]),
        PRACTICE_DAY,
      ),
    ).toEqual([last]);
  });

  test("without an end it is current for thirty days, as a recognition is", () => {
    const { current, earlier } = feed(
      [anAnnouncement("a30", { on: on("2026-08-02") }), anAnnouncement("a31", { on: on("2026-08-03") })],
      [thanks("r30", "2026-08-02")],
    );
    expect(current.map((day) => idsOf(day.entries))).toEqual([["a31"]]);
    expect(earlier.map((day) => idsOf(day.entries))).toEqual([["a30", "r30"]]);
  });
});

describe("editing announcements", () => {
  const library = new Map([["a1", anAnnouncement("a1", { until: on("2026-09-05") })]]);
  const written = (result: ReturnType<typeof addAnnouncement>) => {
    if (!result.ok) throw new Error(result.error[0]!.message.key);
    return (result.value[0] as unknown as { records: Announcement[] }).records[0]!;
  };

  test("a new one is of today and a record of its table", () => {
    const one = written(
      addAnnouncement(new Map(), { id: "a", fields: { title: " Hi " }, today: PRACTICE_DAY }),
    );
    expect(one).toEqual({ id: "a", on: PRACTICE_DAY, title: "Hi", text: "", isPinned: false });
    expect(announcementSchema.safeParse(one).success).toBe(true);
  });

  test("an end that is not after its day is refused; without one it is taken away", () => {
    const wrong = editAnnouncement(library, { id: "a1", fields: { until: PRACTICE_DAY } });
    expect(wrong.ok ? "" : wrong.error[0]!.field).toBe("until");
    expect("until" in written(editAnnouncement(library, { id: "a1", fields: { until: undefined } }))).toBe(
      false,
    );
  });
});

describe("the text for a chat tool", () => {
  test("keeps what people wrote as it is read, in Markdown too", () => {
    const lines = [{ head: "A_B *", text: "# one\n\n1. two\n- [x](y)", note: "" }];
    expect(feedText(lines, "markdown")).toBe("**A\\_B \\***  \n\\# one  \n\n1\\. two  \n\\- \\[x\\](y)");
    expect(feedText(lines, "plain")).toBe("A_B *\n# one\n\n1. two\n- [x](y)");
  });

  test("has an empty line between entries", () => {
    const line = { head: "h", text: "t", note: "n" };
    expect(feedText([line, line], "plain")).toBe("h\nt\nn\n\nh\nt\nn");
  });
});
