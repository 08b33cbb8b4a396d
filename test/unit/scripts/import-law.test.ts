import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkImportLaw, findImportViolations } from "../../../scripts/verify/import-law.ts";
import type { ImportRule } from "../../../scripts/verify/import-law.ts";
import { readSourceTree } from "../../../scripts/verify/source-tree.ts";

const BAD_TREE = "test/fixtures/bad-tree";
/** Trees that break another law. */
const OTHER_LAWS = ["impure", "unresolved"];

/** The one rule that each planted tree breaks, and where. */
const RULE_BY_TREE: Readonly<Record<string, readonly [ImportRule, string]>> = {
  "room-order": ["room-order", "core/base/day.ts"],
  "sisters-meet": ["room-order", "core/training/course.ts"],
  "inline-type": ["room-order", "core/base/money.ts"],
  "core-speaks": ["room-words", "core/team/finding.ts"],
  "core-reads-bytes": ["zone", "core/customer/read.ts"],
  "formats-see-screens": ["zone", "formats/rows.ts"],
  "electron-meets-renderer": ["zone", "electron/main.ts"],
  "renderer-meets-electron": ["zone", "renderer/platform/desktop.ts"],
  "electron-part-calls-cli": ["zone", "electron/window/open.ts"],
  "cli-sees-screens": ["zone", "cli/main.ts"],
  "platform-sees-storage": ["zone", "renderer/platform/start.ts"],
  "storage-sees-screens": ["zone", "renderer/storage/store.ts"],
  "ui-knows-a-subject": ["zone", "renderer/ui/figure.tsx"],
  "features-meet": ["features-apart", "renderer/features/team/room.tsx"],
  "feature-sees-app": ["zone", "renderer/features/team/room.tsx"],
  "feature-reads-bytes": ["worker-outside", "renderer/features/customer/wizard.tsx"],
  "worker-sees-storage": ["zone", "renderer/worker/import-worker.ts"],
  "worker-address": ["zone", "renderer/ui/grid.ts"],
  "core-imports-node": ["package", "core/vault/file.ts"],
  "core-imports-react": ["package", "core/base/view.ts"],
  "formats-import-electron": ["package", "formats/pdf.ts"],
  "feature-imports-dexie": ["package", "renderer/features/team/room.tsx"],
  "feature-imports-charts": ["package", "renderer/features/team/room.tsx"],
  "renderer-imports-electron": ["package", "renderer/app/main.tsx"],
  "renderer-imports-node": ["package", "renderer/storage/save.ts"],
  "schema-step-thaws": ["schema-step-frozen", "renderer/storage/versions/0001-first.ts"],
  "upgrade-thaws": ["schema-step-frozen", "core/vault/upgrades/0001-first.ts"],
  "missing-file": ["missing-file", "core/base/day.ts"],
  "no-ending": ["ending", "core/base/day.ts"],
  "dynamic-name": ["dynamic", "renderer/app/routes.ts"],
  "no-zone": ["unknown-zone", "renderer/drawer/things.ts"],
  cycle: ["cycle", "core/base/day.ts"],
};

describe("the import law", () => {
  it.each(Object.entries(RULE_BY_TREE))("catches %s, and nothing else there", (tree, [rule, path]) => {
    const root = `${BAD_TREE}/${tree}`;
    const found = findImportViolations(root, readSourceTree(root));
    expect(found.map((one) => [one.rule, one.path])).toEqual([[rule, path]]);
  });

  it("has a planted tree for every rule, and an expectation for every planted tree", () => {
    const planted = readdirSync(BAD_TREE).filter((name) => !OTHER_LAWS.includes(name));
    expect(planted.toSorted()).toEqual(Object.keys(RULE_BY_TREE).toSorted());
  });

  it("shows the whole way of a cycle", () => {
    const root = `${BAD_TREE}/cycle`;
    const [first] = findImportViolations(root, readSourceTree(root));
    expect(first?.text).toBe("core/base/day.ts → core/base/month.ts → core/base/day.ts");
  });

  it("refuses to pass when it sees too few modules", async () => {
    const root = `${BAD_TREE}/cycle`;
    const { problems } = await checkImportLaw(root, readSourceTree(root));
    expect(problems[0]).toBe("only 2 modules seen: the law is blind");
  });

  it("sees the whole house", () => {
    expect(readSourceTree(".").length).toBeGreaterThan(50);
  });
});
