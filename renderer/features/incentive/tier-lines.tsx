import type { Ppm } from "../../../core/base/money.ts";
import type { PayPlan, PayRuleOf, Tier } from "../../../core/incentive/records.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { InlineAmount, InlinePercent } from "./inline-fields.tsx";
import { Sentence } from "./sentence.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";

/** The tiers of a commission, one sentence each. Neighbours share their bound: who moves one end moves the other. */
export function TierLines({
  plan,
  rule,
}: {
  readonly plan: PayPlan;
  readonly rule: PayRuleOf<"commission">;
}) {
  const words = useWords();
  const { writeRule } = usePlanWriter();
  const write = (tiers: readonly Tier[], field: string) =>
    writeRule(plan, { ...rule, tiers: [...tiers] }, field);
  const Bound = rule.by === "amount" ? InlineAmount : InlinePercent;
  return (
    <ol className="tier-lines">
      {rule.tiers.map((tier, at) => (
        <li key={at}>
          <Sentence
            of={tier.to === undefined ? "incentive.tier.open" : "incentive.tier.line"}
            slots={{
              from:
                at === 0 ? (
                  <span className="quiet">0</span>
                ) : (
                  <Bound
                    label={words.text("incentive.tier.from")}
                    value={tier.from}
                    onCommit={(from) => write(withBound(rule.tiers, at, from), `tiers.${at}.from`)}
                  />
                ),
              to: (
                <Bound
                  label={words.text("incentive.tier.to")}
                  value={tier.to ?? 0}
                  onCommit={(to) => write(withBound(rule.tiers, at + 1, to), `tiers.${at}.to`)}
                />
              ),
              rate: (
                <InlinePercent
                  label={words.text("incentive.rule.rate")}
                  value={tier.rate}
                  onCommit={(rate) =>
                    write(
                      rule.tiers.map((one, index) => (index === at ? { ...one, rate: rate as Ppm } : one)),
                      `tiers.${at}.rate`,
                    )
                  }
                />
              ),
            }}
          />
          {rule.tiers.length > 1 && (
            <Button
              kind="link"
              label={words.text("incentive.tier.remove.label", { number: at + 1 })}
              onClick={() => void write(withoutTier(rule.tiers, at), "tiers")}
            >
              {words.text("incentive.tier.remove")}
            </Button>
          )}
        </li>
      ))}
      <li>
        <Button kind="link" onClick={() => void write(withTier(rule.tiers, rule.by), "tiers")}>
          + {words.text("incentive.tier.add")}
        </Button>
      </li>
    </ol>
  );
}

/** The tiers with the bound below tier `at` moved. */
function withBound(tiers: readonly Tier[], at: number, bound: number): readonly Tier[] {
  return tiers.map((tier, index) => {
    if (index === at) return { ...tier, from: bound };
    return index === at - 1 ? { ...tier, to: bound } : tier;
  });
}

/** Without one tier: the one before it takes over its stretch, and the first begins at 0. */
function withoutTier(tiers: readonly Tier[], at: number): readonly Tier[] {
  return tiers
    .filter((_, index) => index !== at)
    .map((tier, index, left) => {
      const next = left[index + 1];
      const { to: _to, ...open } = tier;
      const from = index === 0 ? 0 : tier.from;
      return next ? { ...open, from, to: next.from } : { ...open, from };
    });
}

function withTier(tiers: readonly Tier[], by: "amount" | "attainment"): readonly Tier[] {
  const last = tiers.at(-1)!;
  const step = last.from - (tiers.at(-2)?.from ?? 0) || (by === "amount" ? 10_000_000 : 200_000);
  const bound = last.from + step;
  return [...tiers.slice(0, -1), { ...last, to: bound }, { from: bound, rate: (last.rate + 10_000) as Ppm }];
}
