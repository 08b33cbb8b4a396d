import type { PromotionSource } from "../../../core/incentive/promotion/promotion-source.ts";
import type { CriterionText } from "../../../core/incentive/promotion/read-criterion.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

const KINDS = ["kpi", "attainment", "months-in-role", "skill", "course"] as const;

/** One criterion while it is written: its kind, what it is about, and how much. */
export function CriterionFields(props: {
  readonly source: PromotionSource;
  readonly text: CriterionText;
  problemOf(field: string): string | undefined;
  onTake(fields: Partial<CriterionText>): void;
  onRemove(): void;
}) {
  const { source, text, problemOf } = props;
  const words = useWords();
  const take = (fields: Partial<CriterionText>) => {
    props.onTake(fields);
    return null;
  };
  const options = optionsOf(words, source, text.kind);
  const isResult = text.kind === "kpi" || text.kind === "attainment";
  return (
    <fieldset className="criterion-fields">
      <legend className="unseen">{words.text(`incentive.criterion.kind.${text.kind}`)}</legend>
      <SelectField<CriterionText["kind"]>
        label={words.text("incentive.criterion.kind")}
        value={text.kind}
        options={KINDS.map((value) => ({ value, label: words.text(`incentive.criterion.kind.${value}`) }))}
        onCommit={(kind) => take({ kind, ofId: "", atLeast: "", periods: "3" })}
      />
      {options.length > 0 && (
        <SelectField
          label={words.text(`incentive.criterion.of.${text.kind}`)}
          value={text.ofId}
          problem={problemOf("ofId")}
          options={[{ value: "", label: words.text("incentive.choose") }, ...options]}
          onCommit={(ofId) => take({ ofId })}
        />
      )}
      {text.kind !== "course" && (
        <TextField
          label={words.text(`incentive.criterion.least.${text.kind}`)}
          value={text.atLeast}
          problem={problemOf("atLeast")}
          onCommit={(atLeast) => take({ atLeast })}
        />
      )}
      {isResult && (
        <TextField
          label={words.text("incentive.criterion.periods")}
          value={text.periods}
          problem={problemOf("periods")}
          onCommit={(periods) => take({ periods })}
        />
      )}
      <Button kind="link" label={words.text("incentive.criterion.remove")} onClick={props.onRemove}>
        <span aria-hidden>✕</span>
      </Button>
    </fieldset>
  );
}

function optionsOf(words: Words, { rows, courses }: PromotionSource, kind: CriterionText["kind"]) {
  if (kind === "months-in-role") return [];
  if (kind === "course") {
    const none = { value: "", label: words.text("incentive.criterion.no-course") };
    const known = [...courses.nameById].map(([value, name]) => ({
      value,
      label: typeof name === "string" ? name : words.say(name),
    }));
    return known.length === 0 ? [none] : known;
  }
  const named = kind === "skill" ? living(rows.skills) : living(rows.kpis);
  return named.map((one) => ({ value: one.id as string, label: words.name(one.name) }));
}
