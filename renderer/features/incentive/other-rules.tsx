import type { ReactNode } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { GroupId } from "../../../core/base/id.ts";
import type { Money, Ppm } from "../../../core/base/money.ts";
import type { PayPlan, PayRule, PayRuleOf } from "../../../core/incentive/records.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BasisSelect, KpiSelect } from "./commission-rule.tsx";
import {
  InlineAmount,
  InlineDay,
  InlineName,
  InlineNumber,
  InlinePercent,
  InlineSelect,
} from "./inline-fields.tsx";
import { Sentence } from "./sentence.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";

type Other = Exclude<PayRule, { readonly kind: "commission" }>;

/** Every rule but commission as one sentence, its numbers in place. */
export function OtherRule({ plan, rule }: { readonly plan: PayPlan; readonly rule: Other }) {
  const words = useWords();
  const { writeRule } = usePlanWriter();
  const write = (part: object, field: string) => writeRule(plan, { ...rule, ...part } as PayRule, field);
  const amount = (field: string, value: number) => (
    <InlineAmount
      label={words.text(`incentive.field.${field}`)}
      value={value}
      onCommit={(next) => write({ [field]: next as Money }, field)}
    />
  );
  const percent = (field: string, value: number) => (
    <InlinePercent
      label={words.text(`incentive.field.${field}`)}
      value={value}
      onCommit={(next) => write({ [field]: next as Ppm }, field)}
    />
  );
  const slots = (): Readonly<Record<string, ReactNode>> => {
    switch (rule.kind) {
      case "override":
        return {
          rate: percent("rate", rule.rate),
          group: <GroupSelect value={rule.groupId} onCommit={(groupId) => write({ groupId }, "groupId")} />,
        };
      case "draw":
        return {
          amount: amount("amount", rule.amount),
          recoverable: (
            <InlineSelect
              label={words.text("incentive.field.recoverable")}
              value={rule.recoverable ? "yes" : "no"}
              options={(["yes", "no"] as const).map((value) => ({
                value,
                label: words.text(`incentive.recoverable.${value}`),
              }))}
              onCommit={(value) => write({ recoverable: value === "yes" }, "recoverable")}
            />
          ),
        };
      case "kpi-bonus":
        return {
          kpi: <KpiSelect value={rule.kpiId} onCommit={(kpiId) => write({ kpiId }, "kpiId")} />,
          from: percent("from", rule.from),
          amount: amount("amount", rule.amount),
        };
      case "team-bonus":
        return teamSlots(rule, { amount, percent, write, text: (key) => words.text(key) });
      case "coefficient-bonus":
        return { base: amount("base", rule.base) };
      case "special":
        return specialSlots(rule, { amount, percent, write, text: (key) => words.text(key) });
    }
  };
  return (
    <div className="rule-body">
      <p>
        <Sentence of={`incentive.rule.${rule.kind}`} slots={slots()} />
      </p>
      {rule.kind === "coefficient-bonus" && <Levels plan={plan} rule={rule} />}
    </div>
  );
}

interface SlotParts {
  amount(field: string, value: number): ReactNode;
  percent(field: string, value: number): ReactNode;
  write(part: object, field: string): Promise<string | null>;
  text(key: string): string;
}

function specialSlots(rule: PayRuleOf<"special">, of: SlotParts): Readonly<Record<string, ReactNode>> {
  const any = of.text("incentive.product.any");
  const dayField = (field: "from" | "until") => (
    <InlineDay
      label={of.text(`incentive.field.${field}-day`)}
      value={rule[field]}
      onCommit={(day) => of.write({ [field]: day as Day }, field)}
    />
  );
  return {
    from: dayField("from"),
    until: dayField("until"),
    basis: <BasisSelect value={rule.basis} onCommit={(basis) => of.write({ basis }, "basis")} />,
    product: (
      <InlineName
        label={of.text("incentive.field.product")}
        value={rule.product ?? any}
        onCommit={(product) =>
          of.write({ product: product === "" || product === any ? undefined : product }, "product")
        }
      />
    ),
    rate: of.percent("rate", rule.rate ?? 0),
    perFact: of.amount("perFact", rule.perFact ?? 0),
  };
}

function teamSlots(rule: PayRuleOf<"team-bonus">, of: SlotParts): Readonly<Record<string, ReactNode>> {
  return {
    kpi: <KpiSelect value={rule.kpiId} onCommit={(kpiId) => of.write({ kpiId }, "kpiId")} />,
    from: of.percent("from", rule.from),
    amount: of.amount("amount", rule.amount),
    among: (
      <InlineSelect
        label={of.text("incentive.field.among")}
        value={rule.among}
        options={(["group", "team"] as const).map((value) => ({
          value,
          label: of.text(`incentive.among.${value}`),
        }))}
        onCommit={(among) => of.write({ among }, "among")}
      />
    ),
    split: (
      <InlineSelect
        label={of.text("incentive.field.split")}
        value={rule.split}
        options={(["equal", "by-result"] as const).map((value) => ({
          value,
          label: of.text(`incentive.split.${value}`),
        }))}
        onCommit={(split) => of.write({ split }, "split")}
      />
    ),
  };
}

function GroupSelect(props: {
  readonly value: GroupId;
  readonly onCommit: (id: GroupId) => Promise<string | null>;
}) {
  const words = useWords();
  // One that was archived since is still the one that counts.
  const groups = inOrder(useWorkspace().rows.groups).filter((one) => !one.archived || one.id === props.value);
  return (
    <InlineSelect<string>
      label={words.text("incentive.field.group")}
      value={props.value}
      options={groups.map((group) => ({ value: group.id as string, label: words.name(group.name) }))}
      onCommit={(id) => props.onCommit(id as GroupId)}
    />
  );
}

function Levels({ plan, rule }: { readonly plan: PayPlan; readonly rule: PayRuleOf<"coefficient-bonus"> }) {
  const words = useWords();
  const { writeRule } = usePlanWriter();
  const write = (at: number, part: object, field: string) =>
    writeRule(
      plan,
      { ...rule, levels: rule.levels.map((one, index) => (index === at ? { ...one, ...part } : one)) },
      `levels.${at}.${field}`,
    );
  return (
    <ol className="tier-lines">
      {rule.levels.map((level, at) => (
        <li key={at}>
          <Sentence
            of="incentive.level.line"
            slots={{
              name: (
                <InlineName
                  label={words.text("incentive.level.name")}
                  value={level.name}
                  onCommit={(name) => write(at, { name }, "name")}
                />
              ),
              from: (
                <InlineNumber
                  label={words.text("incentive.level.from")}
                  value={level.from}
                  onCommit={(from) => write(at, { from }, "from")}
                />
              ),
              coefficient: (
                <InlineNumber
                  label={words.text("incentive.level.coefficient")}
                  value={level.coefficient / 1_000_000}
                  onCommit={(times) =>
                    write(at, { coefficient: Math.round(times * 1_000_000) as Ppm }, "coefficient")
                  }
                />
              ),
            }}
          />
          {rule.levels.length > 1 && (
            <Button
              kind="link"
              label={words.text("incentive.level.remove", { level: level.name })}
              onClick={() =>
                void writeRule(
                  plan,
                  { ...rule, levels: rule.levels.filter((_, index) => index !== at) },
                  "levels",
                )
              }
            >
              {words.text("incentive.tier.remove")}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
