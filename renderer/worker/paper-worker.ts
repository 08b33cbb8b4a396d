import type { MeetingId } from "../../core/base/id.ts";
import type { Paper } from "../../core/base/paper.ts";
import { handoverSheet } from "../../core/review/handover/handover-sheet.ts";
import { jobCard } from "../../core/review/job-card.ts";
import { minutesOf } from "../../core/meeting/minutes/minutes.ts";
import { minutesPaper } from "../../core/meeting/minutes/minutes-paper.ts";
import { payrollPaper } from "../../core/incentive/pay/payroll-paper.ts";
import { statementPaper } from "../../core/incentive/pay/statement-paper.ts";
import { quarterPack } from "../../core/review/quarter-pack.ts";
import { letterBook } from "../../core/target/letter/letter-book.ts";
import type { LetterBook } from "../../core/target/letter/letter-book.ts";
import { targetLetter } from "../../core/target/letter/target-letter.ts";
import { lettersOf } from "../../core/vault/letter-sources.ts";
import { payContext } from "../../core/vault/pay-context.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { recordOrigin } from "../../core/vault/record-origin.ts";
import { trainingSources } from "../../core/vault/training-sources.ts";
import { planPaper } from "../../core/training/paper/plan-paper.ts";
import { distinctFileNames } from "../../core/vault/safe-file-name.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { createWords } from "../../core/words/words.ts";
import { documentHtml, documentsHtml } from "../../formats/html/document-html.ts";
import type { PaperAnswer, PaperAsk } from "./paper-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<PaperAsk>) => {
  void answer(data).then(
    (said) => self.postMessage(said, said.answer === "bytes" ? said.files.map((file) => file.buffer) : []),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies PaperAnswer),
  );
};

async function answer(ask: PaperAsk): Promise<PaperAnswer> {
  const words = createWords(ask.locale, await dictionaryOf(ask.locale), settingsOf(ask.workspace).currency);
  const papers = papersOf(ask);
  if (ask.format === "one-html") return { answer: "html", pages: [documentsHtml(papers, words)] };
  if (ask.format === "html") {
    return { answer: "html", pages: papers.map((paper) => documentHtml(paper, words)) };
  }
  const files: Uint8Array<ArrayBuffer>[] = [];
  const write = await writerOf(ask);
  for (const paper of papers) files.push(await write(paper, words));
  if (!ask.zipNames) return { answer: "bytes", files };
  const names = distinctFileNames(ask.zipNames);
  const { writeZip } = await import("../../formats/zip/write-zip.ts");
  return { answer: "bytes", files: [writeZip(files.map((bytes, at) => ({ name: names[at]!, bytes })))] };
}

/** The documents; the targets of a period are laid out once for all its letters. */
function papersOf(ask: PaperAsk): readonly Paper[] {
  const bookByPeriod = new Map<string, LetterBook>();
  return ask.papers.map((wish) => {
    if (wish.kind === "handover") return handoverSheet(ask.workspace, wish.of, wish.choice);
    if (wish.kind === "made") return wish.paper;
    if (wish.kind === "minutes") return paperOfMinutes(ask.workspace, wish.meetingId);
    const of = { period: wish.period, today: ask.today };
    if (wish.kind === "pack") return quarterPack(packSources(ask.workspace, of), wish.choice);
    if (wish.kind === "training") return planPaper(trainingSources(ask.workspace, of));
    if (wish.kind === "payroll") return payrollPaper(payContext(ask.workspace, ask.today), wish.period);
    if (wish.kind === "statement") {
      return statementPaper(payContext(ask.workspace, ask.today), wish.memberId, wish.period);
    }
    const book = bookByPeriod.get(wish.period.id) ?? letterBook(lettersOf(ask.workspace, of));
    bookByPeriod.set(wish.period.id, book);
    return wish.kind === "letter"
      ? targetLetter(book, wish.memberId)
      : jobCard(book, ask.workspace.rows, wish.memberId);
  });
}

function paperOfMinutes(workspace: Workspace, id: MeetingId): Paper {
  const meeting = workspace.rows.meetings.get(id);
  if (!meeting) throw new RangeError(`no such meeting: ${id}`);
  return minutesPaper(minutesOf(workspace.rows, meeting), settingsOf(workspace).name);
}

/** Each format's writer is large, and fetched when it is asked for. */
async function writerOf({ format, workspace }: PaperAsk) {
  if (format === "docx") return (await import("../../formats/docx/document-docx.ts")).documentDocx;
  const [{ documentXlsx }, { writeXlsx }] = await Promise.all([
    import("../../formats/xlsx/document-xlsx.ts"),
    import("../../formats/xlsx/write-xlsx.ts"),
  ]);
  return (paper: Paper, words: Parameters<typeof documentXlsx>[1]) =>
    writeXlsx(documentXlsx(paper, words, (ref) => recordOrigin(workspace, ref)));
}

async function dictionaryOf(locale: Locale): Promise<Dictionary> {
  return locale === "en"
    ? (await import("../../core/words/en.ts")).en
    : (await import("../../core/words/zh-cn.ts")).zhCn;
}
