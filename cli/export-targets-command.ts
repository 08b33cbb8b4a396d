import { periodOf } from "../core/base/period.ts";
import { fiscalYearOf } from "../core/target/fiscal-year.ts";
import { exportTargets } from "../core/target/sheet/export-targets.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import { writeTable } from "../formats/write-table.ts";
import type { Command } from "./command.ts";
import { choice, readWorkspace, refuseOption, required, todayOf } from "./options.ts";

/** `export-targets W --out FILE`: a fiscal year's targets as CSV or XLSX (by the file's name), wide or long. */
export const exportTargetsCommand: Command = {
  options: ["out", "form", "year", "today"],
  words: [1, 1],
  async run(call) {
    const out = required(call, "out");
    const format = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
    if (format !== "csv" && format !== "xlsx") refuseOption("out", out, "*.csv | *.xlsx");
    const form = choice(call, "form", ["wide", "long"]) ?? "wide";
    const { workspace } = await readWorkspace(call);
    const { fiscalStart } = settingsOf(workspace);
    const yearText = call.options["year"];
    if (yearText !== undefined && !/^(19|20|21)\d{2}$/.test(yearText)) refuseOption("year", yearText, "2026");
    const year =
      yearText === undefined
        ? fiscalYearOf(periodOf(todayOf(call), "year", fiscalStart), fiscalStart)
        : Number(yearText);
    const sheet = exportTargets(workspace.rows, { form, year, words: call.say });
    const name = call.say.text("target.sheet.export.name", { year: String(year) });
    await call.io.writeFile(out, await writeTable({ name, ...sheet, format }));
    return { exit: 0, json: { form, year, rows: sheet.rows.length } };
  },
};
