import type { ReactNode } from "react";
import type { KpiId } from "../../../core/base/id.ts";
import type { Money, Ppm } from "../../../core/base/money.ts";
import type { PayBasis, PayPlan, PayRuleOf, Tier } from "../../../core/incentive/records.ts";
import { needsTarget } from "../../../core/incentive/pay/commission.ts";
import { inOrder, living } from "../../../core/team/team-rows.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { InlineAmount, InlinePercent, InlineSelect } from "./inline-fields.tsx";
import { Sentence } from "./sentence.tsx";
import { TierLines } from "./tier-lines.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";

type Commission = PayRuleOf<"commission">;

export interface CommissionRuleProps {
  readonly plan: PayPlan;
  readonly rule: Commission;
}

/** A commission as sentences: what counts, at which rates, and what bends it. */
export function CommissionRule({ plan, rule }: CommissionRuleProps) {
  const words = useWords();
  const { writeRule } = usePlanWriter();
  const write: Write = (part, field) => writeRule(plan, { ...rule, ...part }, field);
  return (
    <div className="rule-body">
      <p>
        <Sentence
          of={`incentive.rule.commission.${rule.shape}`}
          slots={{
            basis: <BasisSelect value={rule.basis} onCommit={(basis) => write({ basis }, "basis")} />,
            shape: (
              <InlineSelect<Commission["shape"]>
                label={words.text("incentive.rule.shape")}
                value={rule.shape}
                options={(["flat", "marginal", "whole"] as const).map((value) => ({
                  value,
                  label: words.text(`incentive.shape.${value}`),
                }))}
                onCommit={(shape) => write(shaped(rule, shape), "shape")}
              />
            ),
            rate: (
              <InlinePercent
                label={words.text("incentive.rule.rate")}
                value={rule.tiers[0]!.rate}
                onCommit={(rate) =>
                  write(
                    { tiers: [{ ...rule.tiers[0]!, rate: rate as Ppm }, ...rule.tiers.slice(1)] },
                    "tiers.0.rate",
                  )
                }
              />
            ),
            by: (
              <InlineSelect<Commission["by"]>
                label={words.text("incentive.rule.by")}
                value={rule.by}
                options={(["amount", "attainment"] as const).map((value) => ({
                  value,
                  label: words.text(`incentive.by.${value}`),
                }))}
                onCommit={(by) => write(lookedUpBy(rule, by), "by")}
              />
            ),
          }}
        />
      </p>
      {rule.shape !== "flat" && <TierLines plan={plan} rule={rule} />}
      {needsTarget(rule) && (
        <p>
          <Sentence
            of="incentive.rule.kpi"
            slots={{ kpi: <KpiSelect value={rule.kpiId} onCommit={(kpiId) => write({ kpiId }, "kpiId")} /> }}
          />
        </p>
      )}
      <Modifiers rule={rule} write={write} />
    </div>
  );
}

type Write = (part: Partial<Commission>, field: string) => Promise<string | null>;

function Modifiers({ rule, write }: { readonly rule: Commission; readonly write: Write }) {
  const words = useWords();
  const firstKpi = useFirstKpi();
  const kpi = rule.kpiId === undefined && firstKpi !== undefined ? { kpiId: firstKpi } : {};
  const last = rule.tiers.at(-1)!;
  const large = (rule.by === "amount" && last.from > 0 ? last.from : 10_000_000) as Money;
  const absent = [
    ["accelerator", { ...kpi, accelerator: { from: 1_200_000 as Ppm, factor: 1_200_000 as Ppm } }],
    ["decelerator", { ...kpi, decelerator: { below: 600_000 as Ppm, factor: 500_000 as Ppm } }],
    ["cap", { cap: large }],
    ["floor", { floor: 0 as Money }],
  ] as const;
  return (
    <>
      {rule.accelerator && <Factor rule={rule} write={write} kind="accelerator" />}
      {rule.decelerator && <Factor rule={rule} write={write} kind="decelerator" />}
      {(["cap", "floor"] as const).map((kind) => {
        const value = rule[kind];
        if (value === undefined) return null;
        return (
          <Removable key={kind} onRemove={() => void write({ [kind]: undefined }, kind)}>
            <Sentence
              of={`incentive.rule.${kind}`}
              slots={{
                amount: (
                  <InlineAmount
                    label={words.text(`incentive.add.${kind}`)}
                    value={value}
                    onCommit={(amount) => write({ [kind]: amount as Money }, kind)}
                  />
                ),
              }}
            />
          </Removable>
        );
      })}
      {rule.holdUntilPaid && (
        <Removable onRemove={() => void write({ holdUntilPaid: false }, "holdUntilPaid")}>
          {words.text("incentive.rule.hold")}
        </Removable>
      )}
      <div className="rule-adds">
        {absent
          .filter(([key]) => rule[key] === undefined)
          .map(([key, part]) => (
            <Button key={key} kind="link" onClick={() => void write(part, key)}>
              + {words.text(`incentive.add.${key}`)}
            </Button>
          ))}
        {!rule.holdUntilPaid && rule.basis !== "paid" && (
          <Button kind="link" onClick={() => void write({ holdUntilPaid: true }, "holdUntilPaid")}>
            + {words.text("incentive.add.hold")}
          </Button>
        )}
      </div>
    </>
  );
}

function Factor(props: {
  readonly rule: Commission;
  readonly write: Write;
  readonly kind: "accelerator" | "decelerator";
}) {
  const words = useWords();
  const { rule, write, kind } = props;
  const isFast = kind === "accelerator";
  const bound = (isFast ? rule.accelerator?.from : rule.decelerator?.below) ?? (0 as Ppm);
  const factor = rule[kind]?.factor ?? (1_000_000 as Ppm);
  const next = (part: { readonly bound?: number; readonly factor?: number }): Partial<Commission> => {
    const edge = (part.bound ?? bound) as Ppm;
    const times = (part.factor ?? factor) as Ppm;
    return isFast
      ? { accelerator: { from: edge, factor: times } }
      : { decelerator: { below: edge, factor: times } };
  };
  return (
    <Removable onRemove={() => void write({ [kind]: undefined }, kind)}>
      <Sentence
        of={`incentive.rule.${kind}`}
        slots={{
          bound: (
            <InlinePercent
              label={words.text("incentive.rule.attainment")}
              value={bound}
              onCommit={(value) => write(next({ bound: value }), isFast ? `${kind}.from` : `${kind}.below`)}
            />
          ),
          factor: (
            <InlinePercent
              label={words.text("incentive.rule.factor")}
              value={factor}
              onCommit={(value) => write(next({ factor: value }), `${kind}.factor`)}
            />
          ),
        }}
      />
    </Removable>
  );
}

/** A sentence that can be taken away. */
function Removable({ onRemove, children }: { onRemove(): void; readonly children: ReactNode }) {
  const words = useWords();
  return (
    <p className="rule-part">
      {children}
      <Button kind="link" onClick={onRemove}>
        {words.text("incentive.rule.part.remove")}
      </Button>
    </p>
  );
}

export function BasisSelect(props: {
  readonly value: PayBasis;
  readonly onCommit: (basis: PayBasis) => Promise<string | null>;
}) {
  const words = useWords();
  return (
    <InlineSelect<PayBasis>
      label={words.text("incentive.rule.basis")}
      value={props.value}
      options={(["won", "ordered", "paid"] as const).map((value) => ({
        value,
        label: words.text(`incentive.basis.${value}`),
      }))}
      onCommit={props.onCommit}
    />
  );
}

export function KpiSelect(props: {
  readonly value: KpiId | undefined;
  readonly onCommit: (kpiId: KpiId) => Promise<string | null>;
}) {
  const words = useWords();
  // One that was archived since is still the one that counts.
  const kpis = inOrder(useWorkspace().rows.kpis).filter((kpi) => !kpi.archived || kpi.id === props.value);
  return (
    <InlineSelect<string>
      label={words.text("incentive.rule.kpi.field")}
      value={props.value ?? ""}
      options={[
        ...(props.value === undefined || props.value === ""
          ? [{ value: "", label: words.text("incentive.rule.kpi.choose") }]
          : []),
        ...kpis.map((kpi) => ({ value: kpi.id as string, label: words.name(kpi.name) })),
      ]}
      onCommit={(id) => props.onCommit(id as KpiId)}
    />
  );
}

/** The KPI of sales where there is one, else the first of money. */
export function useFirstKpi(): KpiId | undefined {
  const kpis = living(useWorkspace().rows.kpis);
  const sales = kpis.find((kpi) => kpi.metric === "sales-amount");
  return (sales ?? kpis.find((kpi) => kpi.unit === "money") ?? kpis[0])?.id;
}

/** Tiers for a shape: a flat rate becomes two tiers to begin with. */
function shaped(rule: Commission, shape: Commission["shape"]): Partial<Commission> {
  if (shape === "flat" || rule.tiers.length > 1) return { shape };
  const [first] = rule.tiers;
  const bound = rule.by === "amount" ? 10_000_000 : 1_000_000;
  return {
    shape,
    tiers: [
      { from: 0, to: bound, rate: first!.rate },
      { from: bound, rate: (first!.rate + 20_000) as Ppm },
    ],
  };
}

/** Bounds of amounts say nothing about attainment: other bounds take their place, the rates stay. */
function lookedUpBy(rule: Commission, by: Commission["by"]): Partial<Commission> {
  if (by === rule.by) return {};
  const step = by === "amount" ? 10_000_000 : 200_000;
  const first = by === "amount" ? 10_000_000 : 800_000;
  const bound = (at: number) => first + step * at;
  const tiers = rule.tiers.map((tier, at): Tier => ({
    from: at === 0 ? 0 : bound(at - 1),
    ...(at === rule.tiers.length - 1 ? {} : { to: bound(at) }),
    rate: tier.rate,
  }));
  return { by, tiers };
}
