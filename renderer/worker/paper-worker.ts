import type { MeetingId } from "../../core/base/id.ts";
import type { Paper } from "../../core/base/paper.ts";
import { handoverSheet } from "../../core/review/handover/handover-sheet.ts";
import { jobCard } from "../../core/review/job-card.ts";
import { minutesOf } from "../../core/meeting/minutes/minutes.ts";
import { minutesPaper } from "../../core/meeting/minutes/minutes-paper.ts";
import { payrollPaper } from "../../core/incentive/pay/payroll-paper.ts";
import { statementPaper } from "../../core/incentive/pay/statement-paper.ts";
import { packMask, quarterPack } from "../../core/review/quarter-pack.ts";
import { letterBook } from "../../core/target/letter/letter-book.ts";
import type { LetterBook } from "../../core/target/letter/letter-book.ts";
import { targetLetter } from "../../core/target/letter/target-letter.ts";
import { lettersOf } from "../../core/vault/letter-sources.ts";
import { payContext } from "../../core/vault/pay-context.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { originFinder } from "../../core/vault/origin-finder.ts";
import { trainingSources } from "../../core/vault/training-sources.ts";
import { planPaper } from "../../core/training/paper/plan-paper.ts";
import { distinctFileNames } from "../../core/vault/safe-file-name.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { createWords } from "../../core/words/words.ts";
import type { Words } from "../../core/words/words.ts";
import { documentHtml, documentsHtml } from "../../formats/html/document-html.ts";
import type { PaperAnswer, PaperAsk, PaperPainted, PaperWish } from "./paper-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

let takePainted: ((painted: Uint8Array<ArrayBuffer>) => void) | null = null;

self.onmessage = ({ data }: MessageEvent<PaperAsk | PaperPainted>) => {
  if ("painted" in data) {
    takePainted?.(data.painted);
    return;
  }
  void answer(data).then(
    (said) => self.postMessage(said, said.answer === "bytes" ? said.files.map((file) => file.buffer) : []),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies PaperAnswer),
  );
};

async function answer(ask: PaperAsk): Promise<PaperAnswer> {
  const words = createWords(ask.locale, await dictionaryOf(ask.locale), settingsOf(ask.workspace).currency);
  const makePaper = paperMaker(ask);
  if (ask.format === "one-html") {
    const papers = ask.papers.map((wish, at) => told(ask, at, makePaper(wish)));
    return { answer: "html", pages: [documentsHtml(papers, words)] };
  }
  if (ask.format === "html") {
    const pages = ask.papers.map((wish, at) => told(ask, at, documentHtml(makePaper(wish), words)));
    return { answer: "html", pages };
  }
  const files: Uint8Array<ArrayBuffer>[] = [];
  const write = await writerOf(ask);
  for (const [at, wish] of ask.papers.entries()) {
    files.push(told(ask, at, await write(wish, makePaper(wish), words)));
  }
  if (!ask.zipNames) return { answer: "bytes", files };
  const names = distinctFileNames(ask.zipNames);
  const { writeZip } = await import("../../formats/zip/write-zip.ts");
  return { answer: "bytes", files: [writeZip(files.map((bytes, at) => ({ name: names[at]!, bytes })))] };
}

/** Says that another document is made, where there are several. */
function told<T>(ask: PaperAsk, at: number, made: T): T {
  const all = ask.papers.length;
  if (all > 1) self.postMessage({ answer: "progress", done: at + 1, all } satisfies PaperAnswer);
  return made;
}

/** Makes documents; the targets of a period are laid out once for all its letters. */
function paperMaker(ask: PaperAsk): (wish: PaperWish) => Paper {
  const bookByPeriod = new Map<string, LetterBook>();
  return (wish) => {
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
  };
}

function paperOfMinutes(workspace: Workspace, id: MeetingId): Paper {
  const meeting = workspace.rows.meetings.get(id);
  if (!meeting) throw new RangeError(`no such meeting: ${id}`);
  return minutesPaper(minutesOf(workspace.rows, meeting), settingsOf(workspace).name);
}

async function paintAll(svgs: readonly string[]): Promise<readonly Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const svg of svgs) pictures.push(await paintOutside(svg));
  return pictures;
}

/** Asks the page for a picture; one at a time. */
function paintOutside(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve) => {
    takePainted = resolve;
    self.postMessage({ answer: "paint", svg } satisfies PaperAnswer);
  });
}

type WritePaper = (wish: PaperWish, paper: Paper, words: Words) => Promise<Uint8Array<ArrayBuffer>>;

/** Each format's writer is large, and fetched when it is asked for. */
async function writerOf({ format, workspace }: PaperAsk): Promise<WritePaper> {
  if (format === "docx") {
    const { documentDocx } = await import("../../formats/docx/document-docx.ts");
    return (_, paper, words) => documentDocx(paper, words, paintAll);
  }
  const [{ documentXlsx }, { writeXlsx }] = await Promise.all([
    import("../../formats/xlsx/document-xlsx.ts"),
    import("../../formats/xlsx/write-xlsx.ts"),
  ]);
  return (wish, paper, words) => {
    const mask = wish.kind === "pack" ? packMask(workspace, wish.choice) : null;
    return writeXlsx(documentXlsx(paper, words, originFinder(workspace, mask)));
  };
}

async function dictionaryOf(locale: Locale): Promise<Dictionary> {
  return locale === "en"
    ? (await import("../../core/words/en.ts")).en
    : (await import("../../core/words/zh-cn.ts")).zhCn;
}
