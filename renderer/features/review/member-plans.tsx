import { listPlans } from "../../../core/review/improvement-plan.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { planText } from "./plan-text.ts";
import type { ReviewDrawerProps } from "./review-drawer.tsx";

/** The member's improvement plans, and the way to a new one from this review. */
export function MemberPlans({ data, view, member }: ReviewDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const mine = [...data.workspace.rows.improvementPlans.values()].filter(
    ({ memberId }) => memberId === member.memberId,
  );
  return (
    <section aria-labelledby="review-plans" className="review-agreed">
      <h4 id="review-plans">{words.text("review.plans")}</h4>
      {mine.length > 0 && (
        <ul className="review-points">
          {listPlans(mine, today).map((plan) => (
            <li key={plan.id}>
              <span>{plan.aim}</span>
              <small>{planText(words, plan, today)}</small>
              <a
                href={recordHref({ table: "improvementPlans", id: plan.id }) ?? undefined}
                aria-label={words.text("review.plans.open.of", { aim: plan.aim })}
              >
                {words.text("review.actions.open")}
              </a>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          onClick={() => goTo(placeHref("review", `plans/new/${member.memberId}`, { of: view.cycle.id }))}
        >
          {words.text("review.plans.add")}
        </Button>
      </div>
    </section>
  );
}
