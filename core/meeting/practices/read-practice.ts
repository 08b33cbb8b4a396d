import { parseDay } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import type { Pages } from "../../customer/import/import-book.ts";
import { dealChoices } from "../../customer/record-choices.ts";
import type { Deal } from "../../customer/records.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Practice } from "../records.ts";
import { readTags } from "./edit-practices.ts";
import type { PracticeFields } from "./edit-practices.ts";

/** A practice as it is typed: tags with commas, the deal as it is called where one is chosen, the author by id. */
export const PRACTICE_TEXTS = [
  "title",
  "situation",
  "action",
  "result",
  "tags",
  "stage",
  "industry",
  "product",
  "deal",
  "author",
  "on",
] as const;
export type PracticeText = (typeof PRACTICE_TEXTS)[number];
export type PracticeTexts = Readonly<Record<PracticeText, string>>;

/** What was typed, as fields. An unknown deal is refused; an empty deal, author, product or day takes it away or leaves it.
 * @example readPractice({ pages: [] }, { tags: "a, b", deal: "" }).value // => { tags: ["a", "b"], dealId: undefined }
 * @example readPractice({ pages: [] }, { deal: "Boiler" }).error[0].field // => "deal"
 */
export function readPractice(deals: Pages<Deal>, texts: Partial<PracticeTexts>): Result<PracticeFields> {
  const problems: Problem[] = [];
  const { tags, deal, author, on, ...lines } = texts;
  const fields: { -readonly [F in keyof PracticeFields]: PracticeFields[F] } = { ...lines };
  if (tags !== undefined) fields.tags = [...readTags(tags)];
  if (author !== undefined) fields.memberId = author === "" ? undefined : (author as MemberId);
  const day = on === undefined ? null : parseDay(on);
  if (day !== null) fields.on = day;
  if (deal !== undefined) {
    const found = deal.trim() === "" ? undefined : dealChoices(deals).byLabel.get(nameKey(deal));
    if (deal.trim() !== "" && !found) {
      const problem = message("meeting.practice.problem.deal-unknown", { text: deal.trim() });
      problems.push({ field: "deal", message: problem });
    }
    fields.dealId = found?.id;
  }
  return problems.length > 0 ? fail(problems) : ok(fields);
}

/** A practice as it is typed.
 * @example practiceTexts({ pages: [] }, aPractice("p1", { tags: ["a", "b"] }), ", ").tags // => "a, b"
 */
export function practiceTexts(deals: Pages<Deal>, practice: Practice, comma: string): PracticeTexts {
  const { title, situation, action, result, tags, stage, industry, product, dealId, memberId, on } = practice;
  const deal = dealId === undefined ? "" : (dealChoices(deals).labelById.get(dealId) ?? "");
  const lines = { title, situation, action, result, stage, industry, product: product ?? "" };
  return { ...lines, tags: tags.join(comma), deal, author: memberId ?? "", on };
}
