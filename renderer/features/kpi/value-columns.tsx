import type { Message } from "../../../core/base/message.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import { measurementAt, measurementId } from "../../../core/kpi/measurement-id.ts";
import type { MissingValue } from "../../../core/kpi/missing-values.ts";
import { kpiEditText } from "../../../core/kpi/parse-kpi-text.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { scorecard } from "../../../core/kpi/scorecard.ts";
import type { Scorecard } from "../../../core/kpi/scorecard.ts";
import { whyNotTyped } from "../../../core/kpi/set-measurements.ts";
import type { SubjectRow } from "../../../core/kpi/value-table.ts";
import { attainmentFigures } from "../../../core/target/attainment-figures.ts";
import { changedLockOf } from "../../../core/target/target-lock.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import type { Words } from "../../../core/words/words.ts";
import { Figure } from "../../ui/figure.tsx";
import type { GridColumn } from "../../ui/grid.tsx";
import type { KpiData } from "./kpi-data.ts";
import { scoreTone } from "./score-tone.ts";
import type { Shown } from "./values-page.tsx";

/** What the columns are made from. */
interface ColumnSource {
  readonly kpis: readonly Kpi[];
  readonly missing: readonly MissingValue[];
  readonly shown: Shown;
  readonly words: Words;
}

type CardOf = (row: SubjectRow) => Scorecard | null;

/** Subject, total score, and one column for each KPI: its value, its attainment or its score. */
export function valueColumns(data: KpiData, from: ColumnSource): readonly GridColumn<SubjectRow>[] {
  const { words } = from;
  const cards = new Map<string, Scorecard>();
  const cardOf: CardOf = ({ key, subject }) => {
    if (subject.kind !== "member") return null;
    const known = cards.get(key) ?? scorecard(data.context, subject.id, data);
    cards.set(key, known);
    return known;
  };
  const periodsByCell = new Map<string, string[]>();
  for (const { memberId, kpi, periodId } of from.missing) {
    const key = `member:${memberId}|${kpi.id}`;
    periodsByCell.set(key, [...(periodsByCell.get(key) ?? []), words.period(periodId, "short")]);
  }
  const subject: GridColumn<SubjectRow> = {
    key: "subject",
    title: words.text("kpi.values.subject"),
    width: words.locale === "en" ? 226 : 152,
    text: (row) => said(words, row.label),
  };
  const noteOf = (row: SubjectRow, kpi: Kpi) => {
    const periods = periodsByCell.get(`${row.key}|${kpi.id}`);
    return (
      periods &&
      words.text("kpi.values.missing-cell", { periods: periods.join(words.text("kpi.values.comma")) })
    );
  };
  const columns = from.kpis.flatMap((kpi): readonly GridColumn<SubjectRow>[] => {
    const head = kpiHead(words, kpi);
    if (from.shown === "value")
      return [{ ...head, ...valueCells(data, kpi, words), note: (row) => noteOf(row, kpi) }];
    if (from.shown === "score") return [{ ...head, ...scoreCells(data, kpi, { cardOf, words }) }];
    return attainmentColumns(data, kpi, { cardOf, words });
  });
  return [subject, totalColumn(data, { cardOf, words }), ...columns];
}

function kpiHead(words: Words, kpi: Kpi) {
  return {
    key: kpi.id,
    title: words.name(kpi.name),
    subtitle: words.text(
      kpi.source === "typed" ? `kpi.head.typed.${kpi.frequency}` : `kpi.head.${kpi.source}`,
    ),
    width: words.locale === "en" ? 108 : 92,
    align: "end" as const,
  };
}

function totalColumn(
  data: KpiData,
  { cardOf, words }: { readonly cardOf: CardOf; readonly words: Words },
): GridColumn<SubjectRow> {
  const total = (row: SubjectRow) => cardOf(row)?.total;
  return {
    key: "total",
    title: words.text("kpi.values.total"),
    width: 68,
    align: "end",
    text: (row) => {
      const figure = total(row);
      return figure ? words.quantity(figure.value) : "";
    },
    exportValue: (row) => total(row)?.value.value ?? null,
    render: (row) => {
      const figure = total(row);
      if (!figure) return null;
      const reason = figure.note ? words.say(figure.note) : undefined;
      return (
        <Figure
          quantity={figure.value}
          explain={figure.explain}
          tone={scoreTone(figure.value.value, isOver(data))}
          {...(reason ? { reason } : {})}
        />
      );
    },
  };
}

function valueCells({ context, period }: KpiData, kpi: Kpi, words: Words) {
  const valueAt = (row: SubjectRow) => kpiValue(context, kpi.id, { subject: row.subject, period });
  const shape = { unit: kpi.unit, currency: context.settings.currency };
  const isForeign = (row: SubjectRow) => !row.kpiIds.has(kpi.id);
  const text = (row: SubjectRow) => words.quantity(valueAt(row).value, "column");
  return {
    text,
    exportValue: (row: SubjectRow) => {
      const { value } = valueAt(row);
      return value.unit === "money" && value.value !== null ? words.quantity(value, "full") : value.value;
    },
    editText: (row: SubjectRow) => {
      if (row.subject.kind === "unassigned" || whyNotTyped(context, kpi, { subject: row.subject, period }))
        return null;
      const known = measurementAt(context, measurementId(kpi.id, row.subject, period.id));
      return known ? kpiEditText(known, shape) : "";
    },
    render: (row: SubjectRow) => {
      const { value, note, explain } = valueAt(row);
      if (value.value === null && isForeign(row)) return null;
      const reason = note ? words.say(note) : undefined;
      return (
        <Figure
          quantity={value}
          text={text(row)}
          explain={explain}
          {...(reason ? { reason } : {})}
          {...(isForeign(row)
            ? { tone: "muted" as const, toneLabel: words.text("kpi.values.not-in-set") }
            : {})}
        />
      );
    },
  };
}

function scoreCells(
  data: KpiData,
  kpi: Kpi,
  { cardOf, words }: { readonly cardOf: CardOf; readonly words: Words },
) {
  const scoreOf = (row: SubjectRow) => cardOf(row)?.lines.find((line) => line.kpi.id === kpi.id)?.score;
  return {
    text: (row: SubjectRow) => {
      const score = scoreOf(row);
      return score ? words.quantity(score.value) : "";
    },
    exportValue: (row: SubjectRow) => scoreOf(row)?.value.value ?? null,
    render: (row: SubjectRow) => {
      const score = scoreOf(row);
      if (!score) return null;
      const reason = score.note ? words.say(score.note) : undefined;
      return (
        <Figure
          quantity={score.value}
          explain={score.explain}
          tone={scoreTone(score.value.value, isOver(data))}
          {...(reason ? { reason } : {})}
        />
      );
    },
  };
}

/** Attainment; of targets that changed after they were locked against both, side by side. */
function attainmentColumns(
  data: KpiData,
  kpi: Kpi,
  from: { readonly cardOf: CardOf; readonly words: Words },
): readonly GridColumn<SubjectRow>[] {
  const head = kpiHead(from.words, kpi);
  const year = fiscalYearOf(data.period, data.context.settings.fiscalStart);
  if (!changedLockOf(data.rows, { kpiId: kpi.id, year })) {
    return [{ ...head, ...attainmentCells(data, kpi, { ...from, against: "current" }) }];
  }
  return (["current", "original"] as const).map((against) => ({
    ...head,
    key: against === "current" ? kpi.id : `${kpi.id} original`,
    subtitle: from.words.text(`target.column.against.${against}`),
    ...attainmentCells(data, kpi, { ...from, against }),
  }));
}

function attainmentCells(
  data: KpiData,
  kpi: Kpi,
  from: { readonly cardOf: CardOf; readonly words: Words; readonly against: "current" | "original" },
) {
  const { words } = from;
  const figureOf = (row: SubjectRow) => {
    const { subject } = row;
    const card = from.cardOf(row);
    if (subject.kind === "member" && !card?.lines.some((one) => one.kpi.id === kpi.id)) return null;
    const { current, original } = attainmentFigures(data, kpi, { subject, period: data.period });
    return from.against === "current" ? current : (original?.attainment ?? null);
  };
  return {
    text: (row: SubjectRow) => {
      const figure = figureOf(row);
      return figure ? words.quantity(figure.quantity) : "";
    },
    exportValue: (row: SubjectRow) => figureOf(row)?.quantity.value ?? null,
    render: (row: SubjectRow) => {
      const figure = figureOf(row);
      if (!figure) return null;
      const reason = figure.note ? words.say(figure.note) : undefined;
      return <Figure quantity={figure.quantity} explain={figure.explain} {...(reason ? { reason } : {})} />;
    },
  };
}

function isOver({ context, period }: KpiData): boolean {
  return period.end <= context.today;
}

function said(words: Words, label: string | Message): string {
  return typeof label === "string" ? label : words.say(label);
}
