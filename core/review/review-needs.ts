import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import type { NeedSources } from "../meeting/needs-attention.ts";
import type { PlanRows } from "./improvement-plan.ts";
import { planStanding } from "./improvement-plan.ts";
import type { ReviewRows } from "./review-lock.ts";

type Finding = NeedSources["findings"][number];

/** A talk is wanted two weeks after the lock, an acknowledgement a week after the talk; after two months nobody asks any more. */
const DAYS = { talk: 14, acknowledged: 7, most: 60 } as const;

/** What appraisals wait for: checkpoints and outcomes of improvement plans whose day has come, talks about locked reviews
 * that have not been held, and talks that nobody has acknowledged.
 * @example reviewNeeds({ ...reviewRows(), ...planRows({ plans: [aPlan()] }) }, "2026-11-20").map((need) => need.code) // => ["plan-checkpoint"]
 */
export function reviewNeeds(rows: ReviewRows & PlanRows, today: Day): readonly Finding[] {
  return [...planNeeds(rows, today), ...talkNeeds(rows, today)];
}

function planNeeds(rows: PlanRows, today: Day): readonly Finding[] {
  return [...rows.improvementPlans.values()].flatMap((plan): readonly Finding[] => {
    const { due, isOutcomeDue } = planStanding(plan, today);
    const of = {
      severity: "warning",
      kind: "review",
      level: 2,
      about: rows.members.get(plan.memberId)?.name ?? plan.memberId,
      ref: { table: "improvementPlans", id: plan.id },
    } as const;
    const [first] = due;
    return [
      ...(first
        ? [
            {
              ...of,
              id: `checkpoint:${plan.id}`,
              code: "plan-checkpoint",
              several: "review.need.checkpoints",
              what: message("review.need.checkpoint", { day: { day: first.on }, expected: first.expected }),
            },
          ]
        : []),
      ...(isOutcomeDue
        ? [
            {
              ...of,
              id: `outcome:${plan.id}`,
              code: "plan-outcome",
              several: "review.need.outcomes",
              what: message("review.need.outcome", { day: { day: plan.until } }),
            },
          ]
        : []),
    ];
  });
}

function talkNeeds(rows: ReviewRows & PlanRows, today: Day): readonly Finding[] {
  const locked = [...rows.reviewCycles.values()].filter(({ state }) => state === "locked");
  return locked.flatMap((cycle) => {
    const lockedOn = rows.reviewSnapshots.get(`${cycle.id}|${cycle.lockCount}`)?.on;
    if (lockedOn === undefined || daysBetween(lockedOn, today) > DAYS.most) return [];
    return cycle.memberIds.flatMap((memberId): readonly Finding[] => {
      const id = `${cycle.id}|${memberId}`;
      const talk = rows.reviews.get(id)?.talk;
      const isHeld = talk !== undefined && talk.on <= today;
      if (isHeld ? talk.acknowledgedOn !== undefined : daysBetween(lockedOn, today) < DAYS.talk) return [];
      if (isHeld && daysBetween(talk.on, today) < DAYS.acknowledged) return [];
      const name = isHeld ? "acknowledged" : "talk";
      return [
        {
          id: `${name}:${id}`,
          code: `review-${name}`,
          several: `review.need.${name}.several`,
          severity: "warning",
          kind: "review",
          level: 1,
          about: rows.members.get(memberId)?.name ?? memberId,
          what: message(`review.need.${name}`, { period: { period: cycle.id } }),
          ref: { table: "reviews", id },
        },
      ];
    });
  });
}
