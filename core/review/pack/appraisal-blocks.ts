import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock } from "../../base/paper.ts";
import type { PackBook } from "../pack-sources.ts";
import { lockedMember } from "./pack-score.ts";

/** What the locked review of a member says in words: the manager's part, and what was agreed in the talk. Nothing while the review
 * can still change.
 * @example appraisalBlocks(sampleBook(), "m-wang-fang") // => []
 * @example appraisalBlocks(sampleBook("2026-Q2"), "m-wang-fang").map((block) => block.kind) // => ["text", "commentary", "text", "commentary"]
 */
export function appraisalBlocks(book: PackBook, memberId: MemberId): readonly PaperBlock[] {
  const review = lockedMember(book, memberId, book.period)?.member.review;
  if (!review) return [];
  const { manager, talk } = review;
  return [
    ...said("review.pack.appraisal.manager", manager?.text),
    ...said("review.pack.appraisal.agreed", talk?.agreed),
  ];
}

function said(key: string, text = ""): readonly PaperBlock[] {
  if (text.trim() === "") return [];
  return [
    { kind: "text", message: message(key) },
    { kind: "commentary", text: text.trim() },
  ];
}
