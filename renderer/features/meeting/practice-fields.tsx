import { commonValues, dealChoices } from "../../../core/customer/record-choices.ts";
import { practiceFacets } from "../../../core/meeting/practices/filter-practices.ts";
import type { PracticeText, PracticeTexts } from "../../../core/meeting/practices/read-practice.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import type { FieldCommit } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { matchingLabels } from "./matching-labels.ts";

const LONG = ["situation", "action", "result"] as const;

export interface PracticeFieldsProps {
  readonly texts: PracticeTexts;
  readonly isNew: boolean;
  problemOf?(field: PracticeText): string | undefined;
  onType?(field: PracticeText, text: string): void;
  onCommit(field: PracticeText, text: string): ReturnType<FieldCommit<string>>;
}

/** The fields of a practice, in the order in which it is told. */
export function PracticeFields(props: PracticeFieldsProps) {
  const { texts, isNew, problemOf, onType, onCommit } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const { members, practices } = workspace.rows;
  const facets = practiceFacets(practices);
  const { deals, customers } = workspace.facts;
  const suggested: Readonly<Partial<Record<PracticeText, () => readonly string[]>>> = {
    stage: () => [...facets.stages, ...commonValues(deals, "deals", "stage")],
    industry: () => [...facets.industries, ...commonValues(customers, "customers", "industry")],
    product: () => commonValues(deals, "deals", "product"),
    tags: () => facets.tags,
    deal: () => dealChoices(deals).labels,
  };
  const field = (key: PracticeText) => {
    const ask = suggested[key];
    const problem = problemOf?.(key);
    return (
      <TextField
        key={key}
        label={words.text(`meeting.practice.field.${key}`)}
        value={texts[key]}
        multiline={(LONG as readonly string[]).includes(key)}
        autoFocus={isNew && key === "title"}
        {...(HAS_PLACE.has(key) ? { placeholder: words.text(`meeting.practice.place.${key}`) } : {})}
        {...(problem === undefined ? {} : { problem })}
        {...(ask ? { suggest: (text: string) => matchingLabels(ask(), text) } : {})}
        {...(onType ? { onType: (text: string) => onType(key, text) } : {})}
        onCommit={(text) => onCommit(key, text)}
      />
    );
  };
  return (
    <div className="practice-fields">
      {field("title")}
      {LONG.map(field)}
      <div className="practice-pairs">
        <div className="practice-wide">{field("tags")}</div>
        <DayField
          label={words.text("meeting.practice.field.on")}
          value={texts.on}
          onCommit={(text) => onCommit("on", text)}
        />
        {field("stage")}
        {field("industry")}
        {field("product")}
        <div className="practice-wide">{field("deal")}</div>
        <SelectField
          label={words.text("meeting.practice.field.author")}
          value={texts.author}
          options={[
            { value: "", label: words.text("meeting.practice.no-author") },
            ...inOrder(members).map((member) => ({ value: member.id as string, label: member.name })),
          ]}
          onCommit={(id) => onCommit("author", id)}
        />
      </div>
    </div>
  );
}

const HAS_PLACE: ReadonlySet<PracticeText> = new Set(["title", "situation", "action", "result", "tags"]);
