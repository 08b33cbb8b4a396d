import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { membershipOn, membersOn } from "../../team/memberships.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Member, Membership } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { LadderStep, Promotion } from "../records.ts";
import { checkCriterion } from "./check-criterion.ts";
import type { CriterionCheck } from "./check-criterion.ts";
import type { PromotionSource } from "./promotion-source.ts";

/** A count that can explain itself. */
export interface Progress {
  readonly value: Quantity & { readonly unit: "count" };
  explain(): Explanation;
}

/** A member before a step up. */
export interface PromotionCandidate {
  /** `<member id>|<step id>` */
  readonly key: string;
  readonly member: Member;
  readonly membership: Membership;
  readonly step: LadderStep;
  readonly checks: readonly CriterionCheck[];
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  /** Every criterion is met, and there is at least one. */
  readonly isReady: boolean;
  /** How many criteria are met. */
  readonly progress: Progress;
  /** The latest decision on this step. */
  readonly last?: Promotion;
}

/** Raised when a count can come out otherwise for the same data. */
const RULE_VERSION = 1;

/** Who stands before which step on a day: members whose title is where the step begins (whatever the spelling of width and
 * case), in its group where it names one. The nearest to it first: fewest criteria missed, then fewest unknown, then the
 * manager's order.
 * @example promotionCandidates(promotionWorld({ values: { a: 3, b: 9 }, steps: [aStep([{ kind: "kpi", kpiId: "visits", atLeast: 5, periods: 1 }])] }), "2026-11-23").map((one) => [one.member.id, one.isReady]) // => [["b", true], ["a", false]]
 */
export function promotionCandidates(source: PromotionSource, on: Day): readonly PromotionCandidate[] {
  const { rows } = source;
  const people = membersOn(rows, on);
  return inOrder(rows.ladderSteps)
    .flatMap((step) =>
      people.flatMap((member) => {
        const membership = membershipOn(rows, member.id, on);
        return membership && standsBefore(step, membership)
          ? [candidate(source, { member, membership, step, on })]
          : [];
      }),
    )
    .toSorted((a, b) => a.unmet - b.unmet || a.unknown - b.unknown);
}

function standsBefore(step: LadderStep, membership: Membership): boolean {
  const isGroup = step.groupId === undefined || step.groupId === membership.groupId;
  return isGroup && nameKey(step.fromTitle) === nameKey(membership.title);
}

function candidate(
  source: PromotionSource,
  of: {
    readonly member: Member;
    readonly membership: Membership;
    readonly step: LadderStep;
    readonly on: Day;
  },
): PromotionCandidate {
  const { member, membership, step } = of;
  const checks = step.criteria.map((criterion) => checkCriterion(source, criterion, of));
  const count = (isMet: boolean | null) => checks.filter((check) => check.isMet === isMet).length;
  const last = decisionsOf(source.rows.promotions).find(
    (one) => one.memberId === member.id && one.stepId === step.id,
  );
  return {
    key: `${member.id}|${step.id}`,
    member,
    membership,
    step,
    checks,
    met: count(true),
    unmet: count(false),
    unknown: count(null),
    isReady: checks.length > 0 && count(true) === checks.length,
    progress: progressOf(member, step, checks),
    ...(last ? { last } : {}),
  };
}

function progressOf(member: Member, step: LadderStep, checks: readonly CriterionCheck[]): Progress {
  const met = checks.filter((check) => check.isMet === true).length;
  const value = { unit: "count", value: met } as const;
  return {
    value,
    explain: () => ({
      title: message("incentive.promotion.of", { name: member.name, title: step.toTitle }),
      value,
      formula: message("incentive.promotion.formula", { count: checks.length }),
      ruleVersion: RULE_VERSION,
      inputs: checks.map((check) => ({
        label: message(`incentive.promotion.input.${stateOf(check)}`, { criterion: check.label }),
        value: check.value,
        explain: () => check.explain(),
      })),
      rows: [],
      notes: [],
    }),
  };
}

function stateOf({ isMet }: CriterionCheck): "met" | "unmet" | "unknown" {
  if (isMet === null) return "unknown";
  return isMet ? "met" : "unmet";
}

/** Decisions, the latest first; of one day the last written first.
 * @example decisionsOf(new Map()) // => []
 */
export function decisionsOf(promotions: ReadonlyMap<string, Promotion>): readonly Promotion[] {
  return [...promotions.values()].toReversed().toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}
