import { useId } from "react";
import { ALLOCATION_FACTORS } from "../../../core/target/allocation/member-weights.ts";
import { money } from "../../../core/base/money.ts";
import { parseTargetText, printTargetText } from "../../../core/target/target-text.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { unitName } from "./shown-numbers.ts";
import type { Assistant } from "./use-allocation.ts";

/** Steps a share can be rounded to, as powers of ten of the main unit. */
const MONEY_POWERS = [0, 2, 3, 4] as const;
const PLAIN_POWERS = [0, 1] as const;

/** The sliders of the factors, and under them what else rules the shares. */
export function AllocationSettingsPanel({ assistant }: { readonly assistant: Assistant }) {
  const words = useWords();
  const { settings, change } = assistant;
  return (
    <section className="allocation-settings" aria-label={words.text("target.allocation.factors")}>
      <div className="allocation-sliders" role="group" aria-label={words.text("target.allocation.factors")}>
        {ALLOCATION_FACTORS.map((factor) => (
          <Slider
            key={factor}
            label={words.text(`target.allocation.factor.${factor}`)}
            value={settings.weights[factor]}
            of={{ most: 10, step: 1 }}
            onChange={(weight) => change({ weights: { ...settings.weights, [factor]: weight } })}
          />
        ))}
        <Slider
          label={words.text("target.allocation.ramp")}
          value={settings.rampPercent}
          of={{ most: 100, step: 5 }}
          shown={words.quantity({ unit: "percent", value: settings.rampPercent / 100 })}
          onChange={(rampPercent) => change({ rampPercent })}
        />
      </div>
      <div className="allocation-choices">
        <TotalField assistant={assistant} />
        <SelectField
          label={words.text("target.allocation.unit")}
          value={String(settings.unitPower)}
          options={unitOptions(assistant, words)}
          onCommit={(power) => change({ unitPower: Number(power) })}
        />
        <SelectField
          label={words.text("target.allocation.spread")}
          value={settings.spread}
          options={(["all", "increase"] as const).map((value) => ({
            value,
            label: words.text(`target.allocation.spread.${value}`),
          }))}
          onCommit={(spread) => change({ spread })}
        />
        <SelectField
          label={words.text("target.allocation.history")}
          value={settings.history}
          options={(["last-year", "four-quarters"] as const).map((value) => ({
            value,
            label: words.text(`target.allocation.history.${value}`),
          }))}
          onCommit={(history) => change({ history })}
        />
      </div>
    </section>
  );
}

function TotalField({ assistant }: { readonly assistant: Assistant }) {
  const words = useWords();
  const { table, total, setTotal } = assistant;
  return (
    <TextField
      label={words.text("target.allocation.total")}
      value={total === 0 ? "" : printTargetText(total, table.shape)}
      {...(table.kpi.unit === "money" ? { suffix: unitName(words, table.shape.shownPower) } : {})}
      onCommit={(text) => {
        const parsed = parseTargetText(text, table.shape);
        return parsed.ok ? setTotal(parsed.value) : words.say(parsed.error);
      }}
    />
  );
}

function unitOptions({ table }: Assistant, words: ReturnType<typeof useWords>) {
  const isMoney = table.kpi.unit === "money";
  return (isMoney ? MONEY_POWERS : PLAIN_POWERS).map((power) => {
    const value = 10 ** (table.shape.digits + power);
    return {
      value: String(power),
      label: isMoney
        ? words.quantity({ unit: "money", value: money(value) })
        : words.quantity({ unit: "count", value }),
    };
  });
}

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly of: { readonly most: number; readonly step: number };
  readonly shown?: string;
  onChange(value: number): void;
}) {
  const id = useId();
  const shown = props.shown ?? String(props.value);
  return (
    <div className="allocation-slider">
      <label htmlFor={id}>{props.label}</label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={props.of.most}
        step={props.of.step}
        value={props.value}
        aria-valuetext={shown}
        onChange={(event) => props.onChange(Number(event.target.value))}
      />
    </div>
  );
}
