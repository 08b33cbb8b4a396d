import { useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { writePlan } from "../../../core/review/improvement-plan.ts";
import type { ImprovementPlan } from "../../../core/review/records.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { recordHref } from "../../platform/record-place.ts";
import { commit } from "../../storage/commit.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanCheckpoints } from "./plan-checkpoints.tsx";
import { PlanFacts, PlanOutcome } from "./plan-fields.tsx";
import { PlanMeasure } from "./plan-measure.tsx";
import type { ReviewData } from "./use-review.ts";

/** A plan as it is being written, and what was found wrong by field. */
export interface PlanPartProps {
  readonly data: ReviewData;
  readonly plan: ImprovementPlan;
  readonly problems: Readonly<Record<string, string>>;
  onChange(part: Partial<ImprovementPlan>): null;
}

export interface PlanDrawerProps {
  readonly data: ReviewData;
  /** `null`: a new one. */
  readonly plan: ImprovementPlan | null;
  /** Whom a new one is for; "" leaves the choice open. */
  readonly memberId: string;
  onClose(): void;
  onRemove(plan: ImprovementPlan): void;
}

/** A quarter is the usual time, looked at after each month. */
const USUAL_DAYS = { plan: 90, between: 30 } as const;

/** One improvement plan: the aim, the way there, the checkpoints, the outcome. Saved whole, so that it is one step to undo. */
export function PlanDrawer({ data, plan, memberId, onClose, onRemove }: PlanDrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { today } = useView();
  const [draft, setDraft] = useState<ImprovementPlan>(() => plan ?? newPlan(data, memberId, today));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const name = data.workspace.rows.members.get(draft.memberId)?.name ?? "";
  const review = data.workspace.rows.reviews.get(draft.reviewId ?? "");
  const save = async () => {
    const command = writePlan(currentWorkspace().rows, draft, today);
    const done = command.ok
      ? await commit(message("review.command.plan", { name }), command.value, seen)
      : command;
    if (done.ok) return onClose();
    setProblems(Object.fromEntries(done.error.map((one) => [one.field ?? "", words.say(one.message)])));
  };
  const part: PlanPartProps = {
    data,
    plan: draft,
    problems,
    onChange: (changed) => {
      setDraft((now) => ({ ...now, ...changed }));
      return null;
    },
  };
  return (
    <Drawer
      open
      width={720}
      title={plan ? words.text("review.plan.title", { name }) : words.text("review.plans.add")}
      onClose={onClose}
      footer={
        <>
          {plan && <Button onClick={() => onRemove(plan)}>{words.text("review.remove")}</Button>}
          <Button kind="primary" onClick={() => void save()}>
            {words.text("review.levels.save")}
          </Button>
        </>
      }
    >
      <div className="review-note">
        {review && (
          <p className="quiet">
            <a href={recordHref({ table: "reviews", id: review.id }) ?? undefined}>
              {words.text("review.plan.review", { period: { period: review.cycleId } })}
            </a>
          </p>
        )}
        {problems[""] !== undefined && <p className="tone-at-risk">{problems[""]}</p>}
        <PlanFacts {...part} />
        {draft.kpiId !== undefined && <PlanMeasure {...part} kpiId={draft.kpiId} />}
        <PlanCheckpoints {...part} />
        {plan && <PlanOutcome {...part} />}
      </div>
    </Drawer>
  );
}

function newPlan(data: ReviewData, memberId: string, today: ImprovementPlan["from"]): ImprovementPlan {
  const { rows } = data.workspace;
  const of = new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "").get("of");
  const reviewId = `${of}|${memberId}`;
  const newId = () => currentPlatform().newId();
  return {
    id: newId(),
    memberId: (rows.members.has(memberId) ? memberId : inOrder(rows.members)[0]!.id) as MemberId,
    ...(rows.reviews.has(reviewId) ? { reviewId } : {}),
    from: today,
    until: addDays(today, USUAL_DAYS.plan),
    aim: "",
    support: "",
    checkpoints: [1, 2].map((at) => ({
      id: newId(),
      on: addDays(today, at * USUAL_DAYS.between),
      expected: "",
      note: "",
    })),
  };
}
