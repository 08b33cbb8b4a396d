import { addDays, parseDay } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { PLAN_RESULTS } from "../../../core/review/records.ts";
import type { Checkpoint, ImprovementPlan } from "../../../core/review/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { PlanPartProps } from "./plan-drawer.tsx";

const DAYS_BETWEEN = 30;
const MOST_CHECKPOINTS = 50;

/** When the plan is looked at, what should be so by then, and what was found. */
export function PlanCheckpoints({ plan, problems, onChange }: PlanPartProps) {
  const words = useWords();
  const { checkpoints } = plan;
  const set = (id: string, part: Partial<Checkpoint>) =>
    onChange({ checkpoints: checkpoints.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  const add = () => {
    const one = { id: currentPlatform().newId(), on: nextDay(plan), expected: "", note: "" };
    onChange({ checkpoints: [...checkpoints, one] });
  };
  return (
    <section aria-labelledby="plan-checkpoints" className="review-agreed">
      <h4 id="plan-checkpoints">{words.text("review.plan.checkpoints")}</h4>
      {checkpoints.map((one, at) => (
        <CheckpointFields
          key={one.id}
          checkpoint={one}
          number={at + 1}
          problems={problems}
          onChange={(part) => set(one.id, part)}
          onRemove={() => onChange({ checkpoints: checkpoints.filter(({ id }) => id !== one.id) })}
        />
      ))}
      <div>
        <Button disabled={checkpoints.length >= MOST_CHECKPOINTS} onClick={add}>
          {words.text("review.plan.checkpoint.add")}
        </Button>
      </div>
    </section>
  );
}

function CheckpointFields(props: {
  readonly checkpoint: Checkpoint;
  readonly number: number;
  readonly problems: PlanPartProps["problems"];
  onChange(part: Partial<Checkpoint>): null;
  onRemove(): void;
}) {
  const { checkpoint, number, problems, onChange, onRemove } = props;
  const words = useWords();
  const { today } = useView();
  const { id, on, result } = checkpoint;
  const isDue = result === undefined && on <= today;
  return (
    <fieldset className="review-checkpoint">
      <legend className={isDue ? "tone-behind" : undefined}>
        {isDue && "▼ "}
        {words.text(isDue ? "review.plan.checkpoint.due" : "review.plan.checkpoint", { number })}
      </legend>
      <div className="review-days checkpoint">
        <DayField
          label={words.text("review.plan.checkpoint.on")}
          value={on}
          problem={problems[`${id}.on`]}
          onCommit={(text) => {
            const day = parseDay(text);
            return day === null ? words.text("review.problem.day") : onChange({ on: day });
          }}
        />
        <TextField
          label={words.text("review.plan.expected")}
          value={checkpoint.expected}
          problem={problems[`${id}.expected`]}
          onType={(expected) => onChange({ expected })}
          onCommit={(expected) => onChange({ expected })}
        />
        <SelectField<NonNullable<Checkpoint["result"]> | "">
          label={words.text("review.plan.result")}
          value={result ?? ""}
          options={(["", ...PLAN_RESULTS] as const).map((value) => ({
            value,
            label:
              value === ""
                ? words.text("review.plan.not-checked")
                : words.text(`review.plan.result.${value}`),
          }))}
          onCommit={(value) => onChange({ result: value === "" ? undefined : value })}
        />
      </div>
      {result !== undefined && (
        <TextField
          label={words.text("review.plan.note")}
          value={checkpoint.note}
          onType={(note) => onChange({ note })}
          onCommit={(note) => onChange({ note })}
        />
      )}
      <div>
        <Button
          kind="link"
          label={words.text("review.plan.checkpoint.remove.of", { number })}
          onClick={onRemove}
        >
          {words.text("review.plan.checkpoint.remove")}
        </Button>
      </div>
    </fieldset>
  );
}

/** A month after the last checkpoint, no later than the plan's end. */
function nextDay({ checkpoints, from, until }: ImprovementPlan): Day {
  const last = checkpoints.reduce((latest, { on }) => (on > latest ? on : latest), from);
  const next = addDays(last, DAYS_BETWEEN);
  return next > until ? until : next;
}
