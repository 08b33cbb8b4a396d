import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";

/** A released file whose contents were replaced under a checksum that is right for them. */
function forged(pieces: readonly string[]): Uint8Array {
  const [first = ""] = readFileSync("test/fixtures/workspaces/schema-2.jiugong", "utf8").split("\n");
  const { checksum: _old, data: _data, ...head } = JSON.parse(`${first}]}`) as Record<string, unknown>;
  const headText = JSON.stringify(head);
  const hash = sha256.create().update(new TextEncoder().encode(headText));
  for (const piece of pieces) hash.update(new TextEncoder().encode(`\n${piece}`));
  const sealed = `${headText.slice(0, -1)},"checksum":"${bytesToHex(hash.digest())}","data":[`;
  return new TextEncoder().encode(`${sealed}\n${pieces.join(",\n")}\n]}\n`);
}

test.each([
  ["no JSON", ["{"]],
  ["no piece", ["null", "1", "[]"]],
  ["a piece without rows", ['{"table":"settings"}']],
  ["rows that are none", ['{"table":"deals","rows":[null],"stamps":[null]}']],
  ["a table that is none", ['{"table":"__proto__","rows":[{"id":"a"}],"stamps":[null]}']],
])("a file with %s under a right checksum is refused with a reason", (_what, pieces) => {
  const read = readWorkspaceFile(forged(pieces));
  expect(!read.ok && read.error[0]!.message.key).toMatch(/^vault\.file\.(record|damaged)$/);
});
