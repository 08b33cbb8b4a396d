import { WHOLE_PPM } from "../../../core/base/money.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import type { WeightRow } from "../../../core/kpi/weight-table.ts";
import type { Words } from "../../../core/words/words.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import type { GridColumn } from "../../ui/grid.tsx";

/** Subject, since when the weights hold, their sum, and one column for each KPI. */
export function weightColumns(from: {
  readonly kpis: readonly Kpi[];
  readonly words: Words;
  onReset(row: WeightRow): void;
}): readonly GridColumn<WeightRow>[] {
  const { words } = from;
  return [
    {
      key: "subject",
      title: words.text("kpi.sets.subject"),
      width: words.locale === "en" ? 212 : 108,
      text: (row) => (typeof row.label === "string" ? row.label : words.say(row.label)),
    },
    originColumn(from),
    sumColumn(words),
    ...from.kpis.map((kpi) => kpiColumn(kpi, words)),
  ];
}

function sumColumn(words: Words): GridColumn<WeightRow> {
  const quantity = (row: WeightRow) => ({ unit: "percent", value: row.sum / WHOLE_PPM }) as const;
  return {
    key: "sum",
    title: words.text("kpi.sets.sum"),
    width: 70,
    align: "end",
    text: (row) => words.quantity(quantity(row)),
    exportValue: (row) => row.sum / WHOLE_PPM,
    render: (row) => {
      if (row.weights.length === 0) return <Figure quantity={{ unit: "percent", value: null }} />;
      const whole = row.sum === WHOLE_PPM;
      const inherited = row.subject.kind === "member" && !row.isOwn;
      const tone = whole ? (inherited ? "muted" : "on-pace") : "behind";
      return <Figure quantity={quantity(row)} tone={tone} />;
    },
  };
}

function kpiColumn(kpi: Kpi, words: Words): GridColumn<WeightRow> {
  const weightOf = (row: WeightRow) => row.weights.find((one) => one.kpiId === kpi.id)?.weight ?? 0;
  const shown = (row: WeightRow) =>
    weightOf(row) === 0 ? "" : words.quantity({ unit: "percent", value: weightOf(row) / WHOLE_PPM });
  return {
    key: kpi.id,
    title: words.name(kpi.name),
    width: words.locale === "en" ? 92 : 72,
    align: "end",
    text: shown,
    exportValue: (row) => (weightOf(row) === 0 ? null : weightOf(row) / WHOLE_PPM),
    editText: (row) => (weightOf(row) === 0 ? "" : String(weightOf(row) / 10_000)),
    tone: (row) => (row.subject.kind === "member" && !row.isOwn ? "muted" : undefined),
  };
}

/** Weights begin with a month nearly always: its first day goes without saying. */
function shortDay(day: string): string {
  return day.endsWith("-01") ? day.slice(0, 7) : day;
}

/** Since when the weights hold; a member with weights of their own can go back to the group's. */
function originColumn({
  words,
  onReset,
}: {
  readonly words: Words;
  onReset(row: WeightRow): void;
}): GridColumn<WeightRow> {
  const text = (row: WeightRow) => {
    if (row.subject.kind === "member" && !row.isOwn) return words.text("kpi.sets.as-group");
    return row.set ? shortDay(row.set.from) : words.text("base.none");
  };
  return {
    key: "from",
    title: words.text("kpi.sets.from"),
    width: words.locale === "en" ? 116 : 96,
    text,
    render: (row) =>
      row.isOwn ? (
        <Button kind="link" title={words.text("kpi.sets.own")} onClick={() => onReset(row)}>
          {words.text("kpi.sets.reset")}
        </Button>
      ) : (
        <span className="kpi-since">{text(row)}</span>
      ),
    tone: (row) => (row.subject.kind === "member" ? "muted" : undefined),
  };
}
