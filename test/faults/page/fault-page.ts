import { STEP_MARK, schemaSteps } from "./schema-steps.ts";
import type { Change } from "../../../core/base/change.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { applyChanges } from "../../../core/vault/apply-changes.ts";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { UPGRADE_STEPS } from "../../../core/vault/upgrades/upgrade-data.ts";
import { emptyWorkspace } from "../../../core/vault/workspace.ts";
import { createBrowserPlatform } from "../../../renderer/platform/browser-platform.ts";
import type { Platform } from "../../../renderer/platform/platform.ts";
import { createBackup } from "../../../renderer/storage/backup.ts";
import { commit, commitImport, retrySaving } from "../../../renderer/storage/commit.ts";
import { closeWorkspace, openWorkspace } from "../../../renderer/storage/open-workspace.ts";
import { replaceWorkspace } from "../../../renderer/storage/replace-workspace.ts";
import { findRescue } from "../../../renderer/storage/rescue.ts";
import { saveStatus } from "../../../renderer/storage/save-status.ts";
import { openSession } from "../../../renderer/storage/session.ts";
import { currentWorkspace, workspaceStore } from "../../../renderer/storage/workspace-store.ts";
import { BLOCK_ORDERS, stateText, stepOf } from "../plan.ts";
import type { FaultCase, Order, PlannedStep, Report } from "../plan.ts";
import { createHostLedger } from "./host-ledger.ts";

/* One workspace with the app's own storage and no screen: it opens, says what it holds, and does what it is asked. The top page
   holds many of them, each of another origin, so that one fault hits all of them at work. */

const LABEL = { key: "test" };
const from = location.hostname.split(".")[0]!;
const SETTINGS = {
  id: "workspace",
  // By this the harness finds out which of the profile's files are whose.
  name: `team ${from}`,
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "won",
  newCustomerBy: "deal",
  dutyLimit: 6,
} as const;
const STAMP = "000000000-0000-test" as never;

const asked = new URLSearchParams(location.search);
const work = asked.get("work") as FaultCase;
let step = -1;

// A plain spread of all variants, so that each report is checked against its own shape.
type Said = Report extends infer R ? (R extends { from: string } ? Omit<R, "from"> : never) : never;
const tell = (said: Said) => fetch("/said", { method: "POST", body: JSON.stringify({ from, ...said }) });

const order = (number: number, amount: number) => ({
  id: `generic:order:${number}`,
  number: String(number),
  customerName: `客户${number % 500}有限公司`,
  ownerName: ["王芳", "李娜", "张伟"][number % 3]!,
  on: `2026-${String((number % 12) + 1).padStart(2, "0")}-15`,
  amount,
  product: "云桌面标准版",
  source: "generic",
  line: number + 2,
});

function changesOf({ skills, blocks }: PlannedStep, number: number): readonly Change[] {
  const en = String(UPGRADE_STEPS.length);
  const named = skills.map((id) => ({ id, name: { zh: String(number), en }, order: 1, archived: false }));
  const orders = blocks.map((block) =>
    Array.from({ length: BLOCK_ORDERS }, (_, index) => order(block * BLOCK_ORDERS + index, number)),
  );
  return [
    { op: "put", table: "skills", records: named as never },
    ...orders.map((records): Change => ({ op: "put", table: "orders", records: records as never })),
  ];
}

async function writeStep(): Promise<boolean> {
  // Where the screen of rescue stands nothing can be written.
  if (!openSession()) return false;
  const number = step + 1;
  const planned = stepOf(work, number);
  const changes = changesOf(planned, number);
  const startMs = performance.now();
  const stopped = firstStop(startMs);
  let result: Result<null>;
  if (planned.by === "commit") result = await commit(LABEL, changes);
  else if (planned.by === "import")
    result = await commitImport(LABEL, { changes, seen: currentWorkspace(), texts: new Map() });
  else result = await replaceWorkspace(applyChanges(emptyWorkspace(SETTINGS), changes, STAMP), LABEL);
  const { state: status } = saveStatus.getState();
  const ms = stopped() ?? performance.now() - startMs;
  if (result.ok) step = number;
  void tell({ what: result.ok ? "acknowledged" : "refused", step: number, status, ms });
  return result.ok;
}

/** After how many milliseconds the person was first told that writing has stopped. */
function firstStop(startMs: number): () => number | null {
  let ms: number | null = null;
  const end = saveStatus.subscribe(({ state }) => {
    if (state !== "saved" && state !== "saving") ms ??= performance.now() - startMs;
  });
  return () => {
    end();
    return ms;
  };
}

function look() {
  const workspace = currentWorkspace();
  const skills = new Map<string, string>();
  const misstepped: string[] = [];
  for (const { id, name } of workspace.rows.skills.values()) {
    skills.set(id, name.zh);
    const marks = name.en.split(STEP_MARK).length - 1;
    if (Number.parseInt(name.en, 10) + marks !== UPGRADE_STEPS.length) misstepped.push(`${id} ${name.en}`);
  }
  const held = new Map<number, { count: number; amounts: Set<number> }>();
  for (const { rows } of workspace.facts.orders.pages) {
    for (const { number, amount } of rows) {
      const block = Math.floor(Number(number) / BLOCK_ORDERS);
      const seen = held.get(block) ?? { count: 0, amounts: new Set() };
      held.set(block, { count: seen.count + 1, amounts: seen.amounts.add(amount) });
    }
  }
  const blocks = new Map(
    [...held].map(([block, { count, amounts }]) => [block, `${count}x${[...amounts].join("/")}`]),
  );
  return { state: stateText(skills, blocks), misstepped, step: Number(skills.get("last") ?? 0) };
}

interface Start {
  readonly outcome: string;
  readonly messages: readonly Message[];
  readonly why?: string;
}

async function open(): Promise<void> {
  if (asked.has("tellsStep")) void tell({ what: "begun-step" });
  const ledger = asked.get("ledger");
  const platform = createBrowserPlatform();
  const startMs = performance.now();
  const chosen = ledger === null ? platform : { ...platform, ledger: createHostLedger(ledger) };
  const start: Start = await openWorkspace(chosen).catch((error: unknown) => rescue(chosen, String(error)));
  const { outcome, messages, why } = start;
  const openMs = performance.now() - startMs;
  const said = messages.map(({ key }) => key);
  const seen = workspaceStore.getState().workspace ? look() : { state: "", misstepped: [], step: -1 };
  step = seen.step;
  await tell({ what: "opened", outcome, said, openMs, ...seen, ...(why === undefined ? {} : { why }) });
  if (outcome !== "first-start" || asked.has("startsNothing")) return;
  if ((await replaceWorkspace(emptyWorkspace(SETTINGS), LABEL)).ok) step = 0;
  void tell({
    what: step === 0 ? "acknowledged" : "refused",
    step: 0,
    status: saveStatus.getState().state,
    ms: 0,
  });
}

/** The browser refuses the database: what the rescue screen would save as a file is looked at in its place. */
async function rescue(platform: Platform, why: string): Promise<Start> {
  const [last] = (await findRescue(platform)).states;
  const bytes = last?.kind === "last" ? await last.bytes() : null;
  const file = bytes?.ok ? readWorkspaceFile(bytes.value) : null;
  if (file?.ok) workspaceStore.setState({ workspace: file.value.workspace });
  return { outcome: "rescued", messages: [], why };
}

async function obey(given: Order): Promise<boolean> {
  switch (given.do) {
    case "write":
      for (let count = 0; count < given.steps; count += 1) if (!(await writeStep())) return false;
      return true;
    case "write-on":
      while (await writeStep());
      return false;
    case "close":
      await closeWorkspace();
      return true;
    case "backup":
      return (await createBackup()).length > 0;
    case "export":
      return URL.createObjectURL(new Blob([await createBackup()])).length > 0;
    case "retry":
      return (await retrySaving()).ok;
    case "look":
      return look().step === step;
    case "reload":
      asked.set("schemaSteps", String(given.schemaSteps));
      asked.set("tellsStep", "");
      location.search = asked.toString();
      return new Promise(() => undefined);
  }
}

async function live(): Promise<void> {
  await open();
  for (;;) {
    const given = (await (await fetch(`/order?from=${from}`)).json()) as Order | null;
    if (given === null) continue;
    const startMs = performance.now();
    const ok = await obey(given);
    const { state: status } = saveStatus.getState();
    await tell({ what: "done", order: given.do, ok, status, ms: performance.now() - startMs });
  }
}

if (from === "top") {
  for (const address of (await (await fetch("/frames")).json()) as readonly string[]) {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
  }
} else {
  console.debug(`${schemaSteps} steps more`);
  live().catch((error: unknown) => tell({ what: "failed", error: String((error as Error).stack ?? error) }));
}
