import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { parseKpiText, kpiEditText } from "../../../core/kpi/parse-kpi-text.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import { archiveKpi, editKpi } from "../../../core/kpi/edit-kpi.ts";
import type { KpiFields } from "../../../core/kpi/edit-kpi.ts";
import { kpiUnit } from "../../../core/kpi/kpi-value.ts";
import { kpiMetricSchema, kpiSchema } from "../../../core/kpi/records.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { useWords } from "../../ui/words-context.tsx";
import "./kpi.css";

type Save = (fields: KpiFields) => Promise<string | null>;

/** Everything about one KPI, edited in place. */
export function KpiDrawer(props: { readonly context: KpiContext; readonly kpi: Kpi; onClose(): void }) {
  const { context, kpi, onClose } = props;
  const words = useWords();
  const label = message("kpi.change.kpi", { kpi: nameMessage(kpi.name) });
  const save: Save = (fields) =>
    runFromField(words, label, (now) => editKpi(kpiContext(now, context.today), kpi.id, fields));
  const archive = () => {
    const change = kpi.archived ? "kpi.change.restore" : "kpi.change.archive";
    void runCommand(message(change, { kpi: nameMessage(kpi.name) }), (now) =>
      archiveKpi(kpiContext(now, context.today), kpi.id, !kpi.archived),
    );
    onClose();
  };
  const footer = (
    <Button onClick={archive}>
      {words.text(kpi.archived ? "kpi.library.restore" : "kpi.library.archive")}
    </Button>
  );
  return (
    <Drawer open title={words.name(kpi.name)} onClose={onClose} footer={footer} width={520}>
      <div className="kpi-fields">
        <NameFields kpi={kpi} save={save} />
        <KindFields context={context} kpi={kpi} save={save} />
        <PointFields context={context} kpi={kpi} save={save} />
      </div>
    </Drawer>
  );
}

function NameFields({ kpi, save }: { readonly kpi: Kpi; readonly save: Save }) {
  const words = useWords();
  const bilingual = (field: "name" | "definition", language: "zh" | "en") => (
    <TextField
      label={words.text(`kpi.field.${field}-${language}`)}
      value={kpi[field][language]}
      multiline={field === "definition"}
      onCommit={(text) => save({ [field]: { ...kpi[field], [language]: text.trim() } })}
    />
  );
  return (
    <>
      {bilingual("name", "zh")}
      {bilingual("name", "en")}
      <div className="wide">{bilingual("definition", "zh")}</div>
      <div className="wide">{bilingual("definition", "en")}</div>
    </>
  );
}

interface PartProps {
  readonly context: KpiContext;
  readonly kpi: Kpi;
  readonly save: Save;
}

const { unit, kind, direction, frequency, source } = kpiSchema.shape;

function KindFields({ context, kpi, save }: PartProps) {
  const words = useWords();
  const isBook = kpi.source === "book";
  const select = <F extends "unit" | "kind" | "direction" | "frequency">(
    field: F,
    of: { readonly options: readonly Kpi[F][]; readonly value?: Kpi[F]; readonly disabled?: boolean },
  ) => (
    <SelectField
      label={words.text(`kpi.field.${field}`)}
      value={of.value ?? kpi[field]}
      options={of.options.map((value) => ({ value, label: words.text(`kpi.${field}.${value}`) }))}
      onCommit={(value) => save({ [field]: value })}
      {...(of.disabled ? { disabled: true } : {})}
    />
  );
  return (
    <>
      <SelectField
        label={words.text("kpi.field.source")}
        value={kpi.source}
        options={source.options.map((value) => ({ value, label: words.text(`kpi.source.${value}`) }))}
        onCommit={(value) =>
          save(value === "book" ? { source: value, metric: kpi.metric ?? "sales-amount" } : { source: value })
        }
      />
      {isBook ? (
        <SelectField
          label={words.text("kpi.field.metric")}
          value={kpi.metric ?? "sales-amount"}
          options={kpiMetricSchema.options.map((value) => ({
            value,
            label: words.text(`kpi.metric.${value}`),
          }))}
          onCommit={(metric) => save({ metric })}
        />
      ) : (
        select("frequency", { options: frequency.options })
      )}
      {select("unit", { options: unit.options, value: kpiUnit(context, kpi), disabled: isBook })}
      {select("kind", { options: kind.options, disabled: isBook })}
      {isBook && <p className="kpi-note">{words.text("kpi.library.of-metric")}</p>}
      {select("direction", { options: direction.options })}
      {isBook && select("frequency", { options: frequency.options })}
    </>
  );
}

function PointFields({ context, kpi, save }: PartProps) {
  const words = useWords();
  const shape = { unit: kpiUnit(context, kpi), currency: context.settings.currency };
  const point = (field: "threshold" | "target" | "stretch") => (
    <TextField
      label={words.text(`kpi.field.${field}`)}
      value={kpi[field] === undefined ? "" : kpiEditText({ value: kpi[field] }, shape)}
      onCommit={(text) => {
        const typed = parseKpiText(text, shape);
        return typed.ok ? save({ [field]: typed.value?.value }) : words.say(typed.error);
      }}
    />
  );
  const score = (field: "scoreFloor" | "scoreCap", key: string) => (
    <TextField
      label={words.text(key)}
      value={String(kpi[field])}
      onCommit={(text) => {
        const typed = parseKpiText(text, { ...shape, unit: "score" });
        if (!typed.ok) return words.say(typed.error);
        return typed.value === null
          ? words.text("kpi.problem.score-range")
          : save({ [field]: typed.value.value });
      }}
    />
  );
  const hint: Message = message("kpi.field.points-hint");
  return (
    <>
      <div className="thirds">
        {point("threshold")}
        {point("target")}
        {point("stretch")}
      </div>
      <p className="kpi-note">{words.say(hint)}</p>
      {score("scoreFloor", "kpi.field.score-floor")}
      {score("scoreCap", "kpi.field.score-cap")}
    </>
  );
}
