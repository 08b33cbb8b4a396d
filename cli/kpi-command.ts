import { settingsOf } from "../core/vault/workspace.ts";
import type { Command } from "./command.ts";
import { kpiRows } from "./kpi.ts";
import { choice, periodOption, readWorkspace, todayOf } from "./options.ts";

/** `kpi W --period 2017-Q3 [--by member|group|team] [--today DAY]` */
export const kpiCommand: Command = {
  options: ["period", "by", "today"],
  words: [1, 1],
  async run(call) {
    const by = choice(call, "by", ["member", "group", "team"]) ?? "team";
    const today = todayOf(call);
    const { workspace } = await readWorkspace(call);
    const period = periodOption(call, "period", settingsOf(workspace).fiscalStart);
    const { id, start, end } = period;
    return {
      exit: 0,
      json: { period: { id, start, end }, rows: kpiRows(workspace, { period, by, today, say: call.say }) },
    };
  },
};
