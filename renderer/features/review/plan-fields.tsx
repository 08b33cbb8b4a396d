import { parseDay } from "../../../core/base/day.ts";
import type { KpiId, MemberId } from "../../../core/base/id.ts";
import { PLAN_RESULTS } from "../../../core/review/records.ts";
import type { ImprovementPlan } from "../../../core/review/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { useView } from "../../storage/view-store.ts";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { PlanPartProps } from "./plan-drawer.tsx";

type Outcome = NonNullable<ImprovementPlan["outcome"]>;

/** Who, from when to when, what is to be better, and what the manager does for it. */
export function PlanFacts({ data, plan, problems, onChange }: PlanPartProps) {
  const words = useWords();
  const { today } = useView();
  const { rows } = data.workspace;
  const here = membersOn(rows, today);
  const known = rows.members.get(plan.memberId);
  const people = known && !here.includes(known) ? [...here, known] : here;
  const setDay = (field: "from" | "until") => (text: string) => {
    const on = parseDay(text);
    return on === null ? words.text("review.problem.day") : onChange({ [field]: on });
  };
  return (
    <>
      <div className="review-days three">
        <SelectField
          label={words.text("review.scores.column.name")}
          value={plan.memberId as string}
          problem={problems["memberId"]}
          options={people.map(({ id, name }) => ({ value: id as string, label: name }))}
          onCommit={(id) => onChange({ memberId: id as MemberId })}
        />
        <DayField label={words.text("review.plan.from")} value={plan.from} onCommit={setDay("from")} />
        <DayField
          label={words.text("review.plan.until")}
          value={plan.until}
          problem={problems["until"]}
          onCommit={setDay("until")}
        />
      </div>
      <TextField
        multiline
        label={words.text("review.plan.aim")}
        hint={words.text("review.plan.aim.hint")}
        value={plan.aim}
        problem={problems["aim"]}
        onType={(aim) => onChange({ aim })}
        onCommit={(aim) => onChange({ aim })}
      />
      <TextField
        multiline
        label={words.text("review.plan.support")}
        hint={words.text("review.plan.support.hint")}
        value={plan.support}
        onType={(support) => onChange({ support })}
        onCommit={(support) => onChange({ support })}
      />
      <div className="review-days">
        <SelectField
          label={words.text("review.plan.kpi")}
          value={(plan.kpiId ?? "") as string}
          options={[
            { value: "", label: words.text("base.none") },
            ...living(rows.kpis).map(({ id, name }) => ({ value: id as string, label: words.name(name) })),
          ]}
          onCommit={(id) => onChange({ kpiId: id === "" ? undefined : (id as KpiId) })}
        />
        <DayField
          label={words.text("review.talk.acknowledged")}
          value={plan.acknowledgedOn ?? ""}
          problem={problems["acknowledgedOn"]}
          onCommit={(text) => {
            const on = parseDay(text);
            return text !== "" && on === null
              ? words.text("review.problem.day")
              : onChange({ acknowledgedOn: on ?? undefined });
          }}
        />
      </div>
    </>
  );
}

/** What came of it. */
export function PlanOutcome({ plan, problems, onChange }: PlanPartProps) {
  const words = useWords();
  const { today } = useView();
  const { outcome } = plan;
  const set = (part: Partial<Outcome>) => (outcome ? onChange({ outcome: { ...outcome, ...part } }) : null);
  return (
    <section className="review-agreed" aria-labelledby="plan-outcome">
      <h4 id="plan-outcome">{words.text("review.plan.outcome")}</h4>
      <div className="review-days">
        <SelectField<Outcome["result"] | "">
          label={words.text("review.plan.result")}
          value={outcome?.result ?? ""}
          problem={problems["outcome"]}
          options={(["", ...PLAN_RESULTS, "stopped"] as const).map((value) => ({
            value,
            label: value === "" ? words.text("review.plan.open") : words.text(`review.plan.result.${value}`),
          }))}
          onCommit={(result) =>
            onChange({
              outcome: result === "" ? undefined : { on: today, text: "", ...outcome, result },
            })
          }
        />
        <DayField
          label={words.text("review.plan.outcome.on")}
          disabled={!outcome}
          value={outcome?.on ?? ""}
          onCommit={(text) => {
            const on = parseDay(text);
            return on === null ? words.text("review.problem.day") : set({ on });
          }}
        />
      </div>
      <TextField
        multiline
        label={words.text("review.plan.outcome.text")}
        disabled={!outcome}
        value={outcome?.text ?? ""}
        onType={(text) => set({ text })}
        onCommit={(text) => set({ text })}
      />
    </section>
  );
}
