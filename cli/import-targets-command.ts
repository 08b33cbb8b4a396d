import { basename } from "node:path";
import { message } from "../core/base/message.ts";
import { nextStamp } from "../core/base/stamp.ts";
import { moneyToDecimal } from "../core/base/money.ts";
import type { Money } from "../core/base/money.ts";
import type { KpiId } from "../core/base/id.ts";
import { TARGET_LINES } from "../core/target/records.ts";
import { sumFindingMessage } from "../core/target/reconcile.ts";
import { pickTargetSheet } from "../core/target/sheet/pick-target-sheet.ts";
import { planTargetSheet } from "../core/target/sheet/plan-target-sheet.ts";
import type { SheetMismatch, SheetPlan } from "../core/target/sheet/plan-target-sheet.ts";
import { readTargetSheet } from "../core/target/sheet/read-target-sheet.ts";
import type { SheetDefaults, SheetReading } from "../core/target/sheet/read-target-sheet.ts";
import { sheetNames } from "../core/target/sheet/sheet-names.ts";
import { fiscalYearOf } from "../core/target/fiscal-year.ts";
import { periodOf } from "../core/base/period.ts";
import { withVersion } from "../core/target/with-version.ts";
import { applyChanges } from "../core/vault/apply-changes.ts";
import { checkChanges } from "../core/vault/check-changes.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import { readTables } from "../formats/read-tables.ts";
import { cliDevice } from "./cli-device.ts";
import { CliRefusal, refusal } from "./command.ts";
import type { Command, CommandCall, CommandResult } from "./command.ts";
import { choice, readWorkspace, refuseOption, required, todayOf } from "./options.ts";
import { writeChanged } from "./write-changed.ts";

/** What a bare number of money means, by the option's words: a power of ten of the main unit. */
const POWER_BY_UNIT = { main: 0, thousand: 3, wan: 4, million: 6 } as const;
const UNITS = ["main", "thousand", "wan", "million"] as const;

/** `import-targets W FILE --out W2`: takes a sheet of targets, whole or not at all. */
export const importTargetsCommand: Command = {
  options: ["out", "kpi", "line", "year", "unit", "reason", "today"],
  words: [2, 2],
  async run(call): Promise<CommandResult> {
    const out = required(call, "out");
    const file = await readWorkspace(call);
    const path = call.words[1]!;
    const tables = await readTables(new Uint8Array(await call.io.readFile(path)));
    if (!tables.ok) throw new CliRefusal(3, tables.error);
    const picked = pickTargetSheet(tables.value.tables)!;
    const read = readTargetSheet(file.workspace.rows, picked.table, defaultsOf(call, file.workspace));
    if (!read.ok) throw new CliRefusal(3, read.error);
    const plan = planTargetSheet(file.workspace.rows, read.value);
    if (plan.bad.length > 0) throw new CliRefusal(3, plan.bad.map(problemOf));
    const why = { on: todayOf(call), reason: call.options["reason"] ?? "" };
    const versioned = withVersion(file.workspace.rows, plan.changes, why);
    if (!versioned.ok) throw new CliRefusal(3, versioned.error);
    const checked = checkChanges(file.workspace, versioned.value);
    if (!checked.ok) throw new CliRefusal(3, checked.error);
    const nowMs = call.io.nowMs();
    const changes = checked.value;
    const stamp = nextStamp(file.head.stamp, nowMs, cliDevice(call));
    const workspace = applyChanges(file.workspace, changes, stamp);
    const label = message("target.sheet.command", { file: basename(path).slice(0, 150) });
    await call.io.writeFile(out, writeChanged(file, { workspace, stamp, label, kind: "do", changes, nowMs }));
    const isWhole = plan.broken.length === 0 && read.value.checks.length === 0;
    return { exit: isWhole ? 0 : 1, json: toJson(call, { workspace, reading: read.value, plan }) };
  },
};

function defaultsOf(call: CommandCall, workspace: Workspace): SheetDefaults {
  const { fiscalStart } = settingsOf(workspace);
  const yearText = call.options["year"];
  if (yearText !== undefined && !/^(19|20|21)\d{2}$/.test(yearText)) refuseOption("year", yearText, "2026");
  const unit = choice(call, "unit", UNITS);
  return {
    kpiId: kpiOf(call, workspace),
    line: choice(call, "line", TARGET_LINES) ?? "target",
    year: yearText
      ? Number(yearText)
      : fiscalYearOf(periodOf(todayOf(call), "year", fiscalStart), fiscalStart),
    power: unit === undefined ? null : POWER_BY_UNIT[unit],
  };
}

function kpiOf(call: CommandCall, workspace: Workspace): KpiId | null {
  const name = call.options["kpi"];
  if (name === undefined) return null;
  const found = sheetNames(workspace.rows).kpi(name);
  if (!found.ok) throw refusal(2, found.error);
  return found.value;
}

function problemOf({ at, column, why }: SheetPlan["bad"][number]) {
  return { message: message("target.sheet.bad.said", { line: at, column, why }) };
}

function toJson(
  call: CommandCall,
  of: { readonly workspace: Workspace; readonly reading: SheetReading; readonly plan: SheetPlan },
) {
  const { reading, plan } = of;
  const { currency } = settingsOf(of.workspace);
  const amount = (kpiId: string, value: number) =>
    of.workspace.rows.kpis.get(kpiId)?.unit === "money" ? moneyToDecimal(value as Money, currency) : value;
  return {
    form: reading.head.form,
    rows: reading.rows,
    targets: reading.targets.length,
    added: plan.added,
    changed: plan.changed,
    unchanged: plan.unchanged,
    totals: {
      checked: reading.totals,
      wrong: reading.checks.map(({ at, column, kpiId, stated, sum }) => ({
        line: at,
        column,
        stated: amount(kpiId, stated),
        sum: amount(kpiId, sum),
      })),
    },
    broken: plan.broken.map((one) =>
      brokenText(call, one, (value) => String(amount(one.tree.kpi.id, value))),
    ),
    mended: plan.mended,
  };
}

function brokenText(
  { say }: CommandCall,
  { tree, finding }: SheetMismatch,
  amount: (value: number) => string,
): string {
  const row = tree.rows[finding.row]!;
  return say.say(
    sumFindingMessage(tree, finding, {
      subject: row.name === null ? say.text("base.team") : say.name(row.name),
      period: say.period(tree.periods[finding.period]!.id),
      amount,
    }),
  );
}
