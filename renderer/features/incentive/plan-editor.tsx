import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Day } from "../../../core/base/day.ts";
import { archivePlan } from "../../../core/incentive/plan/edit-plan.ts";
import type { PayPlan, PayRule } from "../../../core/incentive/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanClashes } from "./plan-clashes.tsx";
import { PlanSubjects } from "./plan-subjects.tsx";
import { RuleCard } from "./rule-card.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";
import { useTemplateParts } from "./use-template-parts.ts";

const KINDS: readonly PayRule["kind"][] = [
  "commission",
  "special",
  "override",
  "kpi-bonus",
  "coefficient-bonus",
  "team-bonus",
  "draw",
];

/** A plan as a manager reads it: for whom, from when, and its rules as sentences. */
export function PlanEditor({ plan }: { readonly plan: PayPlan }) {
  const words = useWords();
  const { writePlan } = usePlanWriter();
  const write = (part: Partial<PayPlan>, field: string) => writePlan({ ...plan, ...part }, field);
  return (
    <section className="plan-editor" aria-label={plan.name}>
      <div className="plan-fields">
        <TextField
          label={words.text("incentive.plan.name")}
          value={plan.name}
          onCommit={(name) => write({ name: name.trim() }, "name")}
        />
        <SelectField<PayPlan["frequency"]>
          label={words.text("incentive.plan.frequency")}
          value={plan.frequency}
          options={(["month", "quarter"] as const).map((value) => ({
            value,
            label: words.text(`incentive.frequency.${value}`),
          }))}
          onCommit={(frequency) => write({ frequency }, "frequency")}
        />
        <DayField
          label={words.text("incentive.plan.from")}
          value={plan.from}
          onCommit={(from) => (from === "" ? null : write({ from: from as Day }, "from"))}
        />
        <DayField
          label={words.text("incentive.plan.until")}
          value={plan.until ?? ""}
          onCommit={(until) => write({ until: until === "" ? undefined : (until as Day) }, "until")}
        />
      </div>
      <PlanSubjects plan={plan} />
      <PlanClashes plan={plan} />
      <PlanRules plan={plan} />
      <p className="plan-foot">
        <Button
          kind="link"
          onClick={() =>
            void runCommand(
              message(`incentive.record.${plan.archived ? "restore" : "archive"}`, { plan: plan.name }),
              () => archivePlan(plan.id, !plan.archived),
            )
          }
        >
          {words.text(plan.archived ? "incentive.plan.restore" : "incentive.plan.archive")}
        </Button>
        <span className="quiet">{words.text("incentive.plan.order")}</span>
      </p>
    </section>
  );
}

/** The rules of a plan, and what can be added to them. */
export function PlanRules({ plan }: { readonly plan: PayPlan }) {
  const { usual, makeRule } = useTemplateParts();
  const { writePlan } = usePlanWriter();
  return (
    <>
      <ol className="rule-cards">
        {plan.rules.map((rule) => (
          <RuleCard key={rule.id} plan={plan} rule={rule} usual={usual} />
        ))}
      </ol>
      <AddRule onAdd={(kind) => writePlan({ ...plan, rules: [...plan.rules, makeRule(kind)] }, "rules")} />
    </>
  );
}

function AddRule({ onAdd }: { onAdd(kind: PayRule["kind"]): Promise<string | null> }) {
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="rule-adds">
      <span className="quiet">{words.text("incentive.rule.add")}</span>
      {KINDS.map((kind) => (
        <Button key={kind} onClick={() => void onAdd(kind).then(setProblem)}>
          {words.text(`incentive.line.${kind}`)}
        </Button>
      ))}
      {problem !== null && <span role="alert">{problem}</span>}
    </div>
  );
}
