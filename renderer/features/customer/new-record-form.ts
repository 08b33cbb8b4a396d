import { useRef, useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import type { Problem, Result } from "../../../core/base/result.ts";
import { customerChoices } from "../../../core/customer/customer-choices.ts";
import { TYPED_FIELDS } from "../../../core/customer/typed-fields.ts";
import type { TypedField, TypedTable, TypedTexts } from "../../../core/customer/typed-fields.ts";
import { pipelineStages, stageMeaning } from "../../../core/customer/stages.ts";
import type { Words } from "../../../core/words/words.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { addRecord, stageLanguage, typedName } from "./book-commands.ts";

/** The fields that a new record asks for. */
export function fieldsOf(table: TypedTable): readonly TypedField[] {
  return TYPED_FIELDS[table].filter((field) => field.isLater !== true);
}

/** The texts, owner and problems of a record that is being typed. */
export function useNewRecordForm(table: TypedTable, customerId: string) {
  const words = useWords();
  const first = () => firstTexts(table, customerId, words);
  const [texts, setTexts] = useState<TypedTexts>(first);
  const [ownerId, setOwner] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [saved, setSaved] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  // Enter saves in the same moment in which a field hands over its text, before anything is drawn again.
  const latest = useRef({ texts, ownerId, isBusy: false });
  const put = (next: TypedTexts) => {
    latest.current.texts = next;
    setTexts(next);
  };
  const keys = fieldsOf(table).map((field) => field.key);
  return {
    texts,
    ownerId,
    saved,
    /** Counts the records saved: each is typed into fresh fields. */
    round,
    others: problems.filter(({ field }) => field === undefined || !keys.includes(field)),
    problemOf(key: string) {
      const found = problems.find((problem) => problem.field === key);
      return found && words.say(found.message);
    },
    type(key: string, text: string) {
      const next = { ...latest.current.texts, [key]: text };
      put(key === "stage" ? withClosingDay(next) : next);
      setProblems((now) => now.filter((problem) => problem.field !== key));
      return null;
    },
    own(id: string) {
      latest.current.ownerId = id;
      setOwner(id);
      return null;
    },
    async save(): Promise<boolean> {
      if (latest.current.isBusy) return false;
      latest.current.isBusy = true;
      const typed = latest.current.texts;
      const outcome = await addTyped(table, typed, latest.current.ownerId);
      latest.current.isBusy = false;
      setProblems(outcome.ok ? [] : outcome.error);
      setSaved(outcome.ok ? savedName(table, typed) : null);
      if (!outcome.ok) return false;
      put({ ...first(), ...keptTexts(typed) });
      setRound((now) => now + 1);
      return true;
    },
  };
}

function addTyped(table: TypedTable, texts: TypedTexts, ownerId: string): Promise<Result<null>> {
  const typed = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return addRecord(table, {
    texts: Object.fromEntries(typed),
    ownerId: ownerId === "" ? null : (ownerId as MemberId),
  });
}

/** What the next record starts with: whoever types a pile of paper types the same day and stage again. */
function keptTexts(texts: TypedTexts): TypedTexts {
  const kept = ["stage", "on", "closedOn", "openedOn", "kind", "status", "scale"].filter(
    (key) => texts[key] !== undefined,
  );
  return Object.fromEntries(kept.map((key) => [key, texts[key]!]));
}

function savedName(table: TypedTable, texts: TypedTexts): string {
  return typedName(table, texts) || (texts["on"] ?? "");
}

/** What nearly every record of the kind says: today, the first stage, the first suggestion; and the customer it is for. */
function firstTexts(table: TypedTable, customerId: string, words: Words): TypedTexts {
  const workspace = currentWorkspace();
  const customer = customerChoices(workspace.facts.customers).labelById.get(customerId);
  const first: Record<string, string> = customer === undefined || table === "customers" ? {} : { customer };
  for (const { key, kind, isRequired, suggests, choices } of fieldsOf(table)) {
    if (!isRequired) continue;
    if (kind === "day") first[key] = useView.getState().today;
    else if (kind === "stage") first[key] = pipelineStages(workspace, stageLanguage())[0]?.stage ?? "";
    else if (choices?.[0] !== undefined) first[key] = choices[0];
    else if (suggests?.[0] !== undefined) first[key] = words.text(`customer.suggest.${suggests[0]}`);
  }
  return first;
}

/** A stage that closes the deal offers today; one that does not takes the day away again. */
function withClosingDay(texts: TypedTexts): TypedTexts {
  const stage = texts["stage"] ?? "";
  const of = { source: "typed" as const, stage, language: stageLanguage() };
  const { category } = stageMeaning(currentWorkspace(), of);
  const { closedOn, ...rest } = texts;
  if (category === "open") return rest;
  return { ...rest, closedOn: closedOn || useView.getState().today };
}
