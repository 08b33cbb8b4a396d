import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import type { PeriodId } from "../../../../core/base/period.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { proposeAgenda } from "../../../../core/meeting/agenda/propose-agenda.ts";
import { agendaSources } from "../../../../core/vault/agenda-sources.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import { aDecision, anAction } from "../../../builders/meeting.ts";
import { startMeeting } from "../../../../core/meeting/run/run-meeting.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { aMeeting, aSample } from "../../../builders/vault-sample.ts";

const sample = aSample();
const today = day("2026-11-23");
const stamp = "000000000-0001-test" as Stamp;
const next = aMeeting("next", { seriesId: rowsOf(sample, "meetingSeries")[0]!.id, on: today });

describe("the agenda of the sample team", () => {
  test("speaks of what was parked, the overdue action, the decision, pace, the import, stalled deals, trainings and reviews", () => {
    const kinds = proposeAgenda(agendaSources(sample, next, today)).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual([
      "parked",
      "action",
      "decision",
      "pace",
      "import",
      "stalled",
      "finding",
      "training",
      "review",
    ]);
  });
  test("can be begun: every line of it may be kept", () => {
    const lines = proposeAgenda(agendaSources(sample, next, today));
    const begun = startMeeting(sample.rows, next, { lines, nowMs: 1000, today });
    if (!begun.ok) throw new Error(JSON.stringify(begun.error));
    expect(checkChanges(sample, begun.value)).toMatchObject({ ok: true });
  });
  test("a new action changes it, and what the book says is not looked for again", () => {
    const action = anAction("fresh", { dueOn: day("2026-11-02") });
    const changed = applyChanges(sample, [putRecords("actions", [action])], stamp);
    const [before, after] = [agendaSources(sample, next, today), agendaSources(changed, next, today)];
    expect(after.actions.length).toBe(before.actions.length + 1);
    expect(after.stalled).toBe(before.stalled);
  });
  test("a one-to-one has nothing of the others", () => {
    const memberId = "m-li-min" as MemberId;
    const talk = aMeeting("talk", { kind: "one-to-one", attendance: [{ memberId, state: "expected" }] });
    const lines = proposeAgenda(agendaSources(sample, talk, today));
    expect(lines.some(({ kind }) => kind === "decision")).toBe(false);
    expect(lines.find(({ kind }) => kind === "pace")?.ref ?? "members/m-li-min").toBe("members/m-li-min");
  });
  test("words about somebody who has left do not stand for those that are missing", () => {
    const quarter = "2026-Q4" as PeriodId;
    const [, ...others] = rowsOf(sample, "members").map(({ id }) => id as string);
    const commentaries = [...others, "gone"].map((id) => ({
      id: `${quarter}|member:${id}`,
      periodId: quarter,
      subject: `member:${id}` as const,
      text: "a",
    }));
    const written = applyChanges(sample, [putRecords("commentaries", commentaries)], stamp);
    const { reviews } = agendaSources(written, next, day("2026-12-20"));
    expect(reviews.map((one) => [one.written, one.all])).toEqual([[others.length, others.length + 1]]);
  });
  test("what was decided between two comes up between them alone", () => {
    const memberId = "m-li-min" as MemberId;
    const attendance = [{ memberId, state: "present" }] as const;
    const talk = aMeeting("talk", { kind: "one-to-one", attendance: [...attendance], state: "held" });
    const decision = aDecision("d", { meetingId: talk.id, reviewOn: today });
    const changes = [putRecords("meetings", [talk]), putRecords("decisions", [decision])];
    const told = applyChanges(sample, changes, stamp);
    const idsOf = (meeting: typeof talk) => agendaSources(told, meeting, today).decisions.map(({ id }) => id);
    expect(idsOf(next)).not.toContain("d");
    expect(idsOf({ ...talk, state: "planned" })).toEqual(["d"]);
  });
});

test("the story of the sample: a deal that stood still was spoken about, and its action names it", () => {
  const actions = rowsOf(sample, "actions");
  const spoken = rowsOf(sample, "meetings").flatMap(({ items }) => items.map(({ ref }) => ref));
  const named = actions.filter(({ dealId }) => dealId !== undefined).map(({ dealId }) => `deals/${dealId}`);
  expect(named.length).toBe(1);
  expect(spoken).toContain(named[0]);
});
