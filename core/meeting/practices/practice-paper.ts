import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Paper, PaperBlock, PaperSection } from "../../base/paper.ts";
import { listMessage } from "../../team/name-key.ts";
import type { Practice } from "../records.ts";

/** What a practice's document names beside the practice. */
export interface PracticeNames {
  readonly team: string;
  /** "" where nobody is named. */
  readonly author: string;
  dealName(id: string): string;
}

/** A practice as a document: situation, what was done and result in the author's words, and where it was used again.
 * @example practicePaper(aPractice("p1", { result: "won" }), { team: "", author: "", dealName: () => "" }).sections.map((one) => one.id) // => ["action", "result"]
 */
export function practicePaper(practice: Practice, names: PracticeNames): Paper {
  const texts = (["situation", "action", "result"] as const).filter((key) => practice[key].trim() !== "");
  const said = texts.map((key): PaperSection => {
    const block: PaperBlock = { kind: "commentary", text: practice[key].trim() };
    return sectionOf(key, message(`meeting.practice.field.${key}`), block);
  });
  return {
    title: message("meeting.practice.paper.text", { text: practice.title }),
    subtitle: subtitleOf(practice, names),
    runningHead: message("meeting.practice.paper.head", { team: names.team }),
    hasContents: false,
    sections: [...said, ...usesOf(practice, names)],
  };
}

function sectionOf(id: string, title: Message, block: PaperBlock): PaperSection {
  return { id, title, newPage: false, blocks: [block] };
}

function subtitleOf({ stage, industry, product, tags, on }: Practice, { author }: PracticeNames): Message {
  const said = [author, stage, industry, product ?? "", ...tags].filter((part) => part !== "");
  const day = { day: on };
  if (said.length === 0) return message("meeting.practice.paper.day", { day });
  return message("meeting.practice.paper.facts", { day, facts: listMessage(said) });
}

function usesOf({ uses }: Practice, { dealName }: PracticeNames): readonly PaperSection[] {
  if (uses.length === 0) return [];
  const items = uses.map(({ on, dealId, note }) => {
    const deal = dealId === undefined ? message("meeting.practice.uses.alone") : dealName(dealId);
    const line = message("meeting.practice.paper.use", { day: { day: on }, deal });
    return note === ""
      ? { message: line }
      : { message: line, detail: message("meeting.practice.paper.text", { text: note }) };
  });
  const empty = message("meeting.practice.uses.none");
  return [sectionOf("uses", message("meeting.practice.uses"), { kind: "list", items, empty })];
}
