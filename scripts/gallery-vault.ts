import type { Page } from "@playwright/test";
import type { AnyRecord, Change } from "../core/base/change.ts";
import { removeRecords, setFields } from "../core/base/change.ts";
import type { Day } from "../core/base/day.ts";
import { nextStamp } from "../core/base/stamp.ts";
import { applyChanges } from "../core/vault/apply-changes.ts";
import { sampleWorkspace } from "../core/vault/sample/sample-workspace.ts";
import { writeWorkspaceFile } from "../core/vault/workspace-file.ts";
import { factsOf, rowsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Screen } from "./gallery-screens.ts";
import { spokenName } from "./setup/spoken-name.ts";

const PASSPHRASE = "a walk in the rain";
/** Of a device that the app has never heard of. */
const DEVICE = "deputy";

/** What the room of records shows once a file of somebody else is open, and the lock; in this order, for it stays locked. */
export const VAULT: readonly Screen[] = [
  { name: "merge-conflicts", place: "#/vault/merge", act: openConflicts },
  {
    name: "restore-other",
    place: "#/vault/backup",
    act: (page) => openCopy(page, "vault.backup.restore", ".vault-differences"),
  },
  { name: "lock-set", place: "#/vault/settings", act: askForLock },
  { name: "lock-code", place: "#/vault/settings", act: setLock },
  { name: "lock-screen", place: "#/vault/settings", act: lockNow },
];

async function openConflicts(page: Page): Promise<void> {
  await openCopy(page, "vault.merge.open", ".merge-tools");
}

/** Opens the copy of a deputy who edited the sample team elsewhere. */
async function openCopy(page: Page, button: string, shown: string): Promise<void> {
  const { day, language } = await page.evaluate(() => ({
    day: new Date().toLocaleDateString("sv"),
    language: document.documentElement.lang.startsWith("zh") ? ("zh" as const) : ("en" as const),
  }));
  const chooser = page.waitForEvent("filechooser");
  await press(page, button);
  const buffer = Buffer.from(deputysCopy(day as Day, language));
  await (await chooser).setFiles({ name: "deputy.jiugong", mimeType: "application/octet-stream", buffer });
  await page.locator(shown).waitFor();
}

/** The sample team as somebody else has it: a few words, amounts and shares changed, and a practice removed. */
function deputysCopy(day: Day, language: "zh" | "en"): Uint8Array<ArrayBuffer> {
  const start = Date.parse(`${day}T00:00:00Z`);
  const stamp = nextStamp(null, start, DEVICE);
  const sample = sampleWorkspace(day, stamp, language);
  const workspace = applyChanges(sample, editsOf(sample), stamp);
  const at = new Date(start).toISOString();
  return writeWorkspaceFile({
    app: "0.1.0",
    at,
    generation: "deputy",
    sequence: 1,
    stamp,
    workspace,
    journal: [],
  });
}

function editsOf(sample: Workspace): readonly Change[] {
  const set = (table: Change["table"], record: AnyRecord, fields: object) =>
    setFields<AnyRecord & Record<string, unknown>>(table, record.id, fields);
  const [, practice] = rowsOf(sample, "practices");
  const [group] = rowsOf(sample, "groups");
  const member = rowsOf(sample, "members")[2]!;
  const target = rowsOf(sample, "targets").find(({ kpiId }) => kpiId === "sales")!;
  const firstSet = rowsOf(sample, "kpiSets")[0]!;
  const [first, second, ...others] = firstSet.weights;
  const deal = factsOf(sample, "deals").find(({ category }) => category === "open")!;
  return [
    set("settings", { id: "workspace" }, { dutyLimit: 6 }),
    set("groups", group!, { leaderId: member.id }),
    set("members", member, { phone: "138 0000 0002", interests: {} }),
    set("targets", target, { value: target.value * 1.05 }),
    set("kpiSets", firstSet, {
      weights: [
        { ...first!, weight: first!.weight - 50_000 },
        { ...second!, weight: second!.weight + 50_000 },
        ...others,
      ],
    }),
    set("deals", deal, { amount: deal.amount! - 1_000_000, nextStep: "Send the quotation" }),
    removeRecords("practices", [practice!.id]),
  ];
}

async function askForLock(page: Page): Promise<void> {
  await press(page, "vault.app-lock.set");
  await page.getByRole("dialog").waitFor();
}

/** Sets the lock; its recovery code is shown once. */
async function setLock(page: Page): Promise<void> {
  await askForLock(page);
  for (const key of ["vault.passphrase.first", "vault.passphrase.second"]) {
    await page.getByRole("dialog").getByLabel(spokenName(key)).fill(PASSPHRASE);
  }
  await page.keyboard.press("Enter");
  await page.locator(".lock-code").waitFor();
}

async function lockNow(page: Page): Promise<void> {
  await press(page, "vault.app-lock.now");
  await page.locator(".lock-screen").waitFor();
}

async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole("button", { name: spokenName(key) })
    .first()
    .click();
}
