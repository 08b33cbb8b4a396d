import { settingsSchema } from "../core/base/settings.ts";
import { nextStamp } from "../core/base/stamp.ts";
import { newWorkspace } from "../core/vault/new-workspace.ts";
import { sampleWorkspace } from "../core/vault/sample/sample-workspace.ts";
import { writeWorkspaceFile } from "../core/vault/workspace-file.ts";
import { countRecords } from "../core/vault/counts.ts";
import { APP_VERSION } from "./app-version.ts";
import { cliDevice } from "./cli-device.ts";
import type { Command, CommandCall, CommandResult } from "./command.ts";
import { refuseOption, required, todayOf } from "./options.ts";

/** `new --out W [--sample] [--currency CNY] [--fiscal-start 1]` */
export const newCommand: Command = {
  options: ["out", "currency", "fiscal-start", "today"],
  flags: ["sample"],
  words: [0, 0],
  run: runNew,
};

async function runNew(call: CommandCall): Promise<CommandResult> {
  const out = required(call, "out");
  const today = todayOf(call);
  const language = call.locale === "en" ? "en" : "zh";
  const stamp = nextStamp(null, call.io.nowMs(), cliDevice(call));
  const workspace = call.flags.has("sample")
    ? sampleWorkspace(today, stamp, language)
    : newWorkspace({ settings: settingsFrom(call), today, stamp, language, newId: () => call.io.newId() });
  const generation = call.io.newId();
  await call.io.writeFile(
    out,
    writeWorkspaceFile({
      app: APP_VERSION,
      at: new Date(call.io.nowMs()).toISOString(),
      generation,
      sequence: 0,
      stamp,
      workspace,
      journal: [],
    }),
  );
  return { exit: 0, json: { file: out, generation, counts: countRecords(workspace) } };
}

function settingsFrom(call: CommandCall) {
  const currency = call.options["currency"] ?? "CNY";
  const fiscalStart = call.options["fiscal-start"] ?? "1";
  const { shape } = settingsSchema;
  if (!shape.currency.safeParse(currency).success) refuseOption("currency", currency, "CNY | USD | EUR …");
  if (!/^([1-9]|1[0-2])$/.test(fiscalStart)) refuseOption("fiscal-start", fiscalStart, "1–12");
  return settingsSchema.parse({
    id: "workspace",
    name: call.say.text("cli.new.team"),
    currency,
    fiscalStart: Number(fiscalStart),
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 8,
  });
}
