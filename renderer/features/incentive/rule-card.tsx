import type { Money } from "../../../core/base/money.ts";
import type { PayPlan, PayRule } from "../../../core/incentive/records.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CommissionRule } from "./commission-rule.tsx";
import { InlineName } from "./inline-fields.tsx";
import { OtherRule } from "./other-rules.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";
import { WorkedExample } from "./worked-example.tsx";

/** One rule: its name, its sentences, and for a commission an example that follows every edit. */
export function RuleCard(props: { readonly plan: PayPlan; readonly rule: PayRule; readonly usual: Money }) {
  const words = useWords();
  const { plan, rule, usual } = props;
  const { writePlan, writeRule } = usePlanWriter();
  return (
    <li className="rule-card">
      <header>
        <span className="rule-kind">{words.text(`incentive.line.${rule.kind}`)}</span>
        <InlineName
          label={words.text("incentive.rule.name")}
          value={rule.name}
          onCommit={(name) => writeRule(plan, { ...rule, name }, "name")}
        />
        <Button
          kind="link"
          label={words.text("incentive.rule.remove.label", { rule: rule.name })}
          onClick={() =>
            void writePlan({ ...plan, rules: plan.rules.filter((one) => one.id !== rule.id) }, "rules")
          }
        >
          {words.text("incentive.rule.remove")}
        </Button>
      </header>
      {rule.kind === "commission" ? (
        <>
          <CommissionRule plan={plan} rule={rule} />
          <WorkedExample rule={rule} usual={usual} />
        </>
      ) : (
        <OtherRule plan={plan} rule={rule} />
      )}
    </li>
  );
}
