import { settingsOf } from "../core/vault/workspace.ts";
import type { Command } from "./command.ts";
import { periodOption, readWorkspace, todayOf } from "./options.ts";
import { targetRows } from "./targets.ts";

/** `targets W --period 2017-Q3 [--today DAY]` */
export const targetsCommand: Command = {
  options: ["period", "today"],
  words: [1, 1],
  async run(call) {
    const today = todayOf(call);
    const { workspace } = await readWorkspace(call);
    const period = periodOption(call, "period", settingsOf(workspace).fiscalStart);
    const { id, start, end } = period;
    return {
      exit: 0,
      json: { period: { id, start, end }, rows: targetRows(workspace, { period, today, say: call.say }) },
    };
  },
};
