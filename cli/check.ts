import { countRecords } from "../core/vault/counts.ts";
import { readWorkspaceFile } from "../core/vault/workspace-file.ts";
import type { Command } from "./command.ts";

/** `check W`: the whole file is read and checked, as a restore would do it. */
export const checkCommand: Command = {
  options: [],
  words: [1, 1],
  async run(call) {
    const read = readWorkspaceFile(await call.io.readFile(call.words[0]!));
    if (!read.ok) {
      const problems = read.error.map((problem) => ({
        where: problem.field ?? call.words[0],
        what: call.say.say(problem.message),
        remedy: call.say.text("cli.check.remedy"),
      }));
      for (const problem of problems) call.io.err(`${problem.what}\n`);
      return { exit: 3, json: { ok: false, problems } };
    }
    const { head, workspace } = read.value;
    return {
      exit: 0,
      json: { ok: true, schema: head.schema, counts: countRecords(workspace), problems: [] },
    };
  },
};
