import { join } from "node:path";
import { message } from "../core/base/message.ts";
import type { MemberId } from "../core/base/id.ts";
import type { Period } from "../core/base/period.ts";
import type { Paper } from "../core/base/paper.ts";
import { packMask, packPeople, PACK_SECTIONS, quarterPack } from "../core/review/quarter-pack.ts";
import type { PackChoice } from "../core/review/quarter-pack.ts";
import { inOrder } from "../core/team/team-rows.ts";
import { packSources } from "../core/vault/pack-sources.ts";
import { originFinder } from "../core/vault/origin-finder.ts";
import { withoutPrivate } from "../core/vault/private-tables.ts";
import { safeFileName } from "../core/vault/safe-file-name.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Words } from "../core/words/words.ts";
import { createWords } from "../core/words/words.ts";
import { documentHtml } from "../formats/html/document-html.ts";
import { documentJson } from "../formats/json/document-json.ts";
import { documentXlsx } from "../formats/xlsx/document-xlsx.ts";
import type { FindOrigin } from "../formats/xlsx/rows-behind.ts";
import { writeXlsx } from "../formats/xlsx/write-xlsx.ts";
import { refusal } from "./command.ts";
import type { Command, CommandCall, CommandResult } from "./command.ts";
import { dictionaryOf } from "./dictionary-of.ts";
import { periodOption, readWorkspace, refuseOption, required, todayOf } from "./options.ts";
import type { Printer } from "./io.ts";

const FORMATS = ["xlsx", "json", "html", "pdf", "docx"] as const;
type Format = (typeof FORMATS)[number];

/** `review W --quarter 2017-Q3 --out DIR [--format …] [--lang …] [--member NAME] [--without-pay] [--mask] [--today DAY]` */
export const reviewCommand: Command = {
  options: ["quarter", "out", "format", "member", "today"],
  flags: ["without-pay", "mask"],
  words: [1, 1],
  run: runReview,
};

async function runReview(call: CommandCall): Promise<CommandResult> {
  const folder = required(call, "out");
  const formats = formatsOf(call);
  const today = todayOf(call);
  const { workspace } = await readWorkspace(call);
  const settings = settingsOf(workspace);
  const period = periodOption(call, "quarter", settings.fiscalStart);
  if (period.kind !== "quarter") refuseOption("quarter", period.id, "2017-Q3");
  const words = createWords(call.locale, dictionaryOf(call.locale), settings.currency);
  const choice = choiceOf(call, workspace, words);
  const sources = packSources(withoutPrivate(workspace), { period, today });
  const document = quarterPack(sources, choice);
  const mask = packMask(sources, choice);
  const plainName = fileNameOf(workspace, { choice, period, words });
  const name = safeFileName(mask?.text(plainName) ?? plainName);
  const findOrigin = originFinder(workspace, mask);
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const format of formats) {
    const bytes = await render(format, { document, words, findOrigin, printer: call.io.printer });
    files.push({ path: join(folder, `${name}.${format}`), bytes });
  }
  await call.io.makeFolder(folder);
  for (const file of files) await call.io.writeFile(file.path, file.bytes);
  return {
    exit: 0,
    json: {
      period: { id: period.id, start: period.start, end: period.end },
      members: packPeople(sources).length,
      files: files.map((file) => ({ path: file.path, bytes: file.bytes.length })),
    },
  };
}

function formatsOf(call: CommandCall): readonly Format[] {
  const asked = (call.options["format"] ?? "xlsx,json,html").split(",").map((part) => part.trim());
  return asked.map(
    (part) => FORMATS.find((format) => format === part) ?? refuseOption("format", part, FORMATS.join(",")),
  );
}

function choiceOf(call: CommandCall, workspace: Workspace, words: Words): PackChoice {
  const whole = {
    sections: PACK_SECTIONS,
    withPay: !call.flags.has("without-pay"),
    ...(call.flags.has("mask") ? { maskedAs: words.text("review.pack.masked-as") } : {}),
  };
  const name = call.options["member"];
  if (name === undefined) return { subject: { kind: "team" }, ...whole };
  const members = inOrder(workspace.rows.members);
  const found = members.filter((member) => [member.name, member.employeeNumber, member.id].includes(name));
  if (found.length !== 1) throw refusal(3, message("cli.problem.member", { name }));
  return { subject: { kind: "member", id: found[0]!.id as MemberId }, ...whole };
}

function fileNameOf(
  workspace: Workspace,
  of: { readonly choice: PackChoice; readonly period: Period; readonly words: Words },
): string {
  const period = { period: { period: of.period.id } };
  const { subject } = of.choice;
  if (subject.kind === "team") {
    return of.words.text("review.file.pack", { team: settingsOf(workspace).name, ...period });
  }
  const name = workspace.rows.members.get(subject.id)?.name ?? "";
  return of.words.text("review.file.pack.member", { name, ...period });
}

async function render(
  format: Format,
  of: {
    readonly document: Paper;
    readonly words: Words;
    readonly findOrigin: FindOrigin;
    readonly printer: Printer | undefined;
  },
): Promise<Uint8Array> {
  const { document, words, findOrigin, printer } = of;
  if (format === "json") return new TextEncoder().encode(documentJson(document, words));
  if (format === "html") return new TextEncoder().encode(documentHtml(document, words));
  if (format === "docx") {
    // Large, and seldom asked for: fetched when it is.
    const { documentDocx } = await import("../formats/docx/document-docx.ts");
    return documentDocx(document, words, printer?.paintSvgs);
  }
  if (format === "pdf") {
    const printed = await printer?.printPdf(documentHtml(document, words));
    if (!printed) throw refusal(3, message("cli.problem.pdf"));
    return printed;
  }
  return writeXlsx(documentXlsx(document, words, findOrigin));
}
