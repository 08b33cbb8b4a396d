import { quarterPack } from "../../core/review/quarter-pack.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { recordOrigin } from "../../core/vault/record-origin.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { createWords } from "../../core/words/words.ts";
import { documentHtml } from "../../formats/html/document-html.ts";
import { documentXlsx } from "../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import type { PackAnswer, PackAsk } from "./pack-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<PackAsk>) => {
  void answer(data).then(
    (said) => self.postMessage(said, said.answer === "xlsx" ? [said.bytes.buffer] : []),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies PackAnswer),
  );
};

async function answer(ask: PackAsk): Promise<PackAnswer> {
  const words = createWords(ask.locale, await dictionaryOf(ask.locale), settingsOf(ask.workspace).currency);
  const document = quarterPack(packSources(ask.workspace, ask), ask.choice);
  if (ask.format === "html") return { answer: "html", html: documentHtml(document, words) };
  const book = documentXlsx(document, words, (ref) => recordOrigin(ask.workspace, ref));
  return { answer: "xlsx", bytes: await writeXlsx(book) };
}

async function dictionaryOf(locale: Locale): Promise<Dictionary> {
  return locale === "en"
    ? (await import("../../core/words/en.ts")).en
    : (await import("../../core/words/zh-cn.ts")).zhCn;
}
