import type { DealId, PracticeId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { addPractice, countUse, editPractice } from "../../../core/meeting/practices/edit-practices.ts";
import type { PracticeDraft } from "../../../core/meeting/practices/draft-practice.ts";
import { readPractice } from "../../../core/meeting/practices/read-practice.ts";
import type { PracticeTexts } from "../../../core/meeting/practices/read-practice.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { factById } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";

/** A label of the journal for a practice. */
export function practiceLabel(what: string, title: string, params: Message["params"] = {}): Message {
  return message(`meeting.practice.record.${what}`, { title, ...params });
}

/** Writes what was typed into some fields of a practice. */
export function writePractice(
  words: Words,
  practice: Practice,
  texts: Partial<PracticeTexts>,
): Promise<string | null> {
  return runFromField(words, practiceLabel("edit", practice.title), ({ rows, facts }) => {
    const read = readPractice(facts.deals, texts);
    return read.ok ? editPractice(rows.practices, { id: practice.id, fields: read.value }) : read;
  });
}

/** Saves a new practice; answers its id, or what is wrong by field. */
export async function saveNewPractice(texts: PracticeTexts): Promise<Result<PracticeId>> {
  const seen = currentWorkspace();
  const read = readPractice(seen.facts.deals, texts);
  if (!read.ok) return read;
  const id = currentPlatform().newId() as PracticeId;
  const { today } = useView.getState();
  const command = addPractice(seen.rows.practices, { id, fields: read.value, today });
  if (!command.ok) return command;
  const saved = await runCommand(practiceLabel("add", texts.title.trim()), { command, seen });
  return saved.ok ? { ok: true, value: id } : saved;
}

/** Counts that a practice was used, today, for a deal or without one; says what is wrong. */
export function countUseNow(
  words: Words,
  practice: Practice,
  use: { readonly dealId?: DealId | undefined; readonly note: string },
): Promise<string | null> {
  const deal = use.dealId && dealName(use.dealId);
  const label = deal
    ? practiceLabel("use", practice.title, { deal })
    : practiceLabel("use-alone", practice.title);
  const { dealId, note } = use;
  const counted = { on: useView.getState().today, note, ...(dealId === undefined ? {} : { dealId }) };
  return runFromField(words, label, ({ rows }) =>
    countUse(rows.practices, { id: practice.id, use: counted }),
  );
}

/** What a deal is called; its id where it is no longer there. */
export function dealName(id: string): string {
  return factById(currentWorkspace(), "deals", id)?.name || id;
}

/** A draft in the reader's language. */
export function draftTexts(words: Words, draft: PracticeDraft): Omit<PracticeTexts, "deal" | "on"> {
  const space = words.locale === "en" ? " " : "";
  const said = (of: PracticeDraft["action"]) => of.map(({ text }) => words.say(text));
  return {
    title: words.say(draft.title),
    situation: said(draft.situation).join(space),
    action: said(draft.action).join("\n"),
    result: said(draft.result).join(space),
    tags: "",
    stage: draft.stage,
    industry: draft.industry,
    product: draft.product,
    author: draft.memberId ?? "",
  };
}
