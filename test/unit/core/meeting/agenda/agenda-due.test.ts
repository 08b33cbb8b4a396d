import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId, PracticeId } from "../../../../../core/base/id.ts";
import { message } from "../../../../../core/base/message.ts";
import { money } from "../../../../../core/base/money.ts";
import type { PeriodId } from "../../../../../core/base/period.ts";
import { linksOfItem } from "../../../../../core/meeting/actions/action-links.ts";
import { proposeAgenda } from "../../../../../core/meeting/agenda/propose-agenda.ts";
import { agendaSources } from "../../../../builders/meeting.ts";

const owing = (name: string, dueOn: string) => ({
  memberId: name as MemberId,
  name,
  courseId: "合规",
  course: message("合规"),
  dueOn: day(dueOn),
});
const deal = { id: "d1", name: "d1", ownerId: null, amount: money(1), stage: "报价", days: 40, norm: 30 };

describe("what is due on an agenda", () => {
  it("names mandatory courses past their day, the longest overdue first, before trainings to come", () => {
    const trainings = [{ id: "s1", name: message("谈判"), on: day("2026-11-30") }];
    const overdueCourses = [owing("孙洋", "2026-10-01"), owing("郑凯", "2026-09-01")];
    const keys = proposeAgenda(agendaSources({ trainings, overdueCourses })).map(({ key }) => key);
    expect(keys).toEqual(["course:合规|郑凯", "course:合规|孙洋", "training:s1"]);
  });

  it("has in a one-to-one only the course of the one it is with", () => {
    const overdueCourses = [owing("孙洋", "2026-10-01"), owing("郑凯", "2026-09-01")];
    const items = proposeAgenda(agendaSources({ overdueCourses, memberId: "孙洋" as MemberId }));
    expect(items.map(({ key }) => key)).toEqual(["course:合规|孙洋"]);
  });

  it("says of an open cycle of reviews how many are not filled in, or that it can go on", () => {
    const cycle = (missing: number) => ({ period: "2026-Q3" as PeriodId, missing, all: 9 });
    const reason = (missing: number) =>
      proposeAgenda(agendaSources({ cycles: [cycle(missing)] }))[0]!.reasons[0]!.key;
    expect([reason(2), reason(0)]).toEqual(["meeting.agenda.cycle.missing", "meeting.agenda.cycle.whole"]);
  });

  it("offers a practice beside a stalled deal where the library holds one", () => {
    const practice = { id: "p1" as PracticeId, title: "先谈使用部门" };
    const [with_, without] = [{ ...deal, practice }, deal].map(
      (one) => proposeAgenda(agendaSources({ stalled: [one] }))[0]!,
    );
    expect([with_!.reasons.length, without!.reasons.length]).toEqual([2, 1]);
    expect([linksOfItem(with_!).practiceId, linksOfItem(without!).practiceId]).toEqual(["p1", undefined]);
  });
});

describe("checkpoints of an improvement plan", () => {
  const checkpoints = ["孙洋", "王芳"].map((name) => ({
    planId: `p-${name}`,
    memberId: name as MemberId,
    on: day("2026-11-30"),
    expected: "报价当天发出",
  }));

  it("stand on the agenda between the two alone", () => {
    const items = proposeAgenda(agendaSources({ checkpoints, memberId: "孙洋" as MemberId }));
    expect(items.map(({ key, ref }) => [key, ref])).toEqual([
      ["checkpoint:p-孙洋:2026-11-30", "improvementPlans/p-孙洋"],
    ]);
    expect(proposeAgenda(agendaSources({ checkpoints }))).toEqual([]);
  });
});
