import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";

/** A released file whose contents were replaced under a checksum that is right for them. */
function forged(pieces: readonly string[] = [], said: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const [first = "", ...rest] = readFileSync("test/fixtures/workspaces/schema-2.jiugong", "utf8").split("\n");
  const { checksum: _old, data: _data, ...head } = JSON.parse(`${first}]}`) as Record<string, unknown>;
  return sealed(
    JSON.stringify({ ...head, ...said }),
    pieces.length > 0 ? pieces : rest.slice(0, -2).map((line) => line.replace(/,$/, "")),
  );
}

function sealed(headText: string, pieces: readonly string[]): Uint8Array {
  const hash = sha256.create().update(new TextEncoder().encode(headText));
  for (const piece of pieces) hash.update(new TextEncoder().encode(`\n${piece}`));
  const head = `${headText.slice(0, -1)},"checksum":"${bytesToHex(hash.digest())}","data":[`;
  return new TextEncoder().encode(`${head}\n${pieces.join(",\n")}\n]}\n`);
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

test("a file whose head was sealed anew with what it said before is read", () => {
  expect(readWorkspaceFile(forged()).ok).toBe(true);
});

test.each([
  ["no stamp at all", { stamp: "~~~" }],
  ["the name of what all objects inherit", { stamp: "__proto__" }],
  ["a stamp of a year that no clock counts to", { stamp: "zzzzzzzzz-zzzz-evil" }],
  ["a stamp one millisecond later than the last", { stamp: "zg3d62r5t-0000-evil" }],
  ["fewer records than none", { counts: { skills: -1 } }],
  ["more records than a machine holds", { counts: { skills: 2 ** 52 } }],
])("a file whose head says %s is refused under a right checksum", (_what, said) => {
  expect(readWorkspaceFile(forged([], said)).ok).toBe(false);
});

test("a file of the last moment that a clock counts to is read", () => {
  expect(readWorkspaceFile(forged([], { stamp: "zg3d62r5s-zzzz-d1" })).ok).toBe(true);
});
