import { useState } from "react";
import { money } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { cliffsOf, payCurve, workedExample } from "../../../core/incentive/plan/cliffs.ts";
import { needsTarget } from "../../../core/incentive/pay/commission.ts";
import { stepMessage, stepValue } from "../../../core/incentive/pay/explain-pay.ts";
import type { PayRuleOf } from "../../../core/incentive/records.ts";
import { Chart } from "../../ui/chart.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { InlineAmount } from "./inline-fields.tsx";
import { Sentence } from "./sentence.tsx";
import { usePay } from "./use-pay.ts";

/** How many steps the curve is drawn in. */
const STEPS = 24;

/** What a commission gives for an amount of the manager's choice, step by step; its curve, and its cliffs in words. */
export function WorkedExample({
  rule,
  usual,
}: {
  readonly rule: PayRuleOf<"commission">;
  readonly usual: Money;
}) {
  const words = useWords();
  const { unit } = usePay();
  const [base, setBase] = useState<Money>(usual);
  const [typedTarget, setTarget] = useState<Money>(usual);
  const target = needsTarget(rule) ? typedTarget : null;
  const outcome = workedExample(rule, { base, target });
  const cliffs = cliffsOf(rule, { unit, target });
  const top = Math.max(
    base,
    rule.by === "amount" ? (rule.tiers.at(-1)?.from ?? 0) : (target ?? 0),
    ...cliffs.map((one) => one.at),
  );
  const curve = payCurve(rule, {
    upTo: money(roundStep((top * 1.25) / unit / STEPS) * unit * STEPS),
    steps: STEPS,
    target,
  });
  const onCliff = (at: number) =>
    cliffs.some((cliff) => curve[at]!.base >= cliff.at && (curve[at - 1]?.base ?? -1) < cliff.at);
  const isMarked = curve.map((_, at) => onCliff(at) || (at + 1 < curve.length && onCliff(at + 1)));
  return (
    <div className="worked-example">
      <div>
        <h4>{words.text("incentive.example")}</h4>
        <p>
          <Sentence
            of={target === null ? "incentive.example.for" : "incentive.example.for-target"}
            slots={{
              base: (
                <InlineAmount
                  label={words.text("incentive.example.base")}
                  value={base}
                  onCommit={(value) => {
                    setBase(money(value));
                    return null;
                  }}
                />
              ),
              target: (
                <InlineAmount
                  label={words.text("incentive.example.target")}
                  value={typedTarget}
                  onCommit={(value) => {
                    setTarget(money(value));
                    return null;
                  }}
                />
              ),
            }}
          />
        </p>
        <dl className="statement-steps">
          {outcome.steps.map((step, at) => (
            <div key={at}>
              <dt>{words.say(stepMessage(step))}</dt>
              <dd>{words.quantity(stepValue(step), "full")}</dd>
            </div>
          ))}
          <div className="steps-result">
            <dt>{words.text("incentive.example.result")}</dt>
            <dd>{words.quantity({ unit: "money", value: outcome.earned }, "full")}</dd>
          </div>
        </dl>
        {cliffs.map((cliff) => (
          <p key={cliff.at} className="tone-behind">
            <span aria-hidden>▼ </span>
            {words.text(`incentive.cliff.${rule.shape === "whole" ? "tier" : "factor"}`, {
              at: { unit: "money", value: cliff.at },
              jump: { unit: "money", value: cliff.jump },
              below: { unit: "money", value: cliff.below },
              amount: { unit: "money", value: cliff.amount },
            })}
          </p>
        ))}
      </div>
      <Chart
        title={words.text("incentive.curve")}
        kind="line"
        height={200}
        labels={curve.map((point) => words.quantity({ unit: "money", value: point.base }))}
        series={[
          { label: words.text("incentive.curve.paid"), values: curve.map((point) => point.amount) },
          ...(cliffs.length > 0
            ? [
                {
                  label: words.text("incentive.curve.cliff"),
                  tone: "behind" as const,
                  values: curve.map((point, at) => (isMarked[at] ? point.amount : null)),
                },
              ]
            : []),
        ]}
        quantity={(value) => ({ unit: "money", value: value === null ? null : money(value) })}
      />
    </div>
  );
}

/** The next step with one digit and a half, at least one main unit, so that the scale reads easily. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const digit = 10 ** Math.floor(Math.log10(least));
  return digit === 1 ? Math.ceil(least) : (Math.ceil((least / digit) * 2) / 2) * digit;
}
