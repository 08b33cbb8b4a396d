import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeIo } from "../../../cli/io.ts";
import { runCli } from "../../../cli/run.ts";

test("a folder that is not there is told by the file that was asked for, and nothing is left behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiugong-cli-"));
  const out = join(folder, "gone", "team.jiugong");
  let said = "";
  const io = { ...nodeIo, out: () => undefined, err: (text: string) => void (said += text) };
  expect(await runCli(["new", "--out", out], io)).toBe(3);
  expect(said).toContain(out);
  expect(said).not.toContain(".tmp");
  expect(readdirSync(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});
