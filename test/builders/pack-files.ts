import { strFromU8, unzipSync } from "fflate";
import { period } from "../../core/base/period.ts";
import { packMask, quarterPack } from "../../core/review/quarter-pack.ts";
import type { PackChoice } from "../../core/review/quarter-pack.ts";
import { originFinder } from "../../core/vault/origin-finder.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { createWords } from "../../core/words/words.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { documentDocx } from "../../formats/docx/document-docx.ts";
import { documentHtml } from "../../formats/html/document-html.ts";
import { documentJson } from "../../formats/json/document-json.ts";
import { documentXlsx } from "../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";

const words = createWords("zh-CN", zhCn, "CNY");

/** A pack of a workspace in every format, as bytes. */
export async function packFiles(
  workspace: Workspace,
  of: { readonly choice: PackChoice; readonly quarter: string; readonly today: string },
): Promise<Readonly<Record<"html" | "json" | "docx" | "xlsx", Uint8Array>>> {
  const sources = packSources(workspace, { period: period(of.quarter, 1), today: of.today as never });
  const pack = quarterPack(sources, of.choice);
  const encoder = new TextEncoder();
  return {
    html: encoder.encode(documentHtml(pack, words)),
    json: encoder.encode(documentJson(pack, words)),
    docx: await documentDocx(pack, words),
    xlsx: await writeXlsx(documentXlsx(pack, words, originFinder(workspace, packMask(sources, of.choice)))),
  };
}

/** Everything that a file says, in whatever part of it: packages are opened, and those inside them too. */
export function everythingIn(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${/\.(xlsx|docx)$/.test(name) ? everythingIn(part) : strFromU8(part)}`)
    .join("\n");
}
