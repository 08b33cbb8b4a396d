import { undatedDeals } from "../core/kpi/kpi-findings.ts";
import { kpiContext } from "../core/vault/kpi-context.ts";
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
    const findings = undatedDeals(kpiContext(workspace, today)).map((finding) => ({
      what: call.say.say(finding.message),
      ids: finding.kind === "undated-deals" ? finding.refs.map((ref) => ref.id) : [],
    }));
    const rows = kpiRows(workspace, { period, by, today, say: call.say });
    return { exit: findings.length > 0 ? 1 : 0, json: { period: { id, start, end }, rows, findings } };
  },
};
