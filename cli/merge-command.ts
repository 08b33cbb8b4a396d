import type { TableName } from "../core/base/id.ts";
import { stampMs } from "../core/base/stamp.ts";
import type { Stamp } from "../core/base/stamp.ts";
import { checkChanges } from "../core/vault/check-changes.ts";
import { mergeCopies } from "../core/vault/merge/merge-copies.ts";
import { copyIn } from "../core/vault/merge/opened-copy.ts";
import type { FieldValue } from "../core/vault/merge/join-record.ts";
import type { DoubledRecord } from "../core/vault/merge/doubled-records.ts";
import { mergeRefusal } from "../core/vault/merge/plan-merge.ts";
import type { MergeConflict } from "../core/vault/merge/plan-merge.ts";
import { recordTitle } from "../core/vault/merge/record-title.ts";
import { mergedFile } from "../core/vault/merge/merged-file.ts";
import type { RefusedRecord } from "../core/vault/merge/sealed-groups.ts";
import { bothErased, withoutForgotten } from "../core/vault/person/forgotten.ts";
import { writeWorkspaceFile } from "../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../core/vault/workspace-file.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Words } from "../core/words/words.ts";
import { APP_VERSION } from "./app-version.ts";
import { CliRefusal } from "./command.ts";
import type { Command } from "./command.ts";
import { readWorkspace, readWorkspaceAt, required } from "./options.ts";

/** `merge A B [--base C] --out D`: puts two copies together and prints what both changed. Each conflict is settled as it is
 * proposed; A and B may change places. */
export const mergeCommand: Command = {
  options: ["base", "out"],
  words: [2, 2],
  async run(call) {
    const out = required(call, "out");
    const given = [await readWorkspace(call), await readWorkspaceAt(call, call.words[1]!)] as const;
    const basePath = call.options["base"];
    const base = basePath === undefined ? undefined : await readWorkspaceAt(call, basePath);
    const { mine, theirs, count } = withoutErased(...given);
    for (const file of [theirs, mine]) {
      const refusal = mergeRefusal(mine, file);
      if (refusal && !refusal.ok) throw new CliRefusal(3, refusal.error);
    }
    const merged = mergeCopies({ mine: copyIn(mine), theirs: copyIn(theirs), base: base?.workspace });
    const checked = checkChanges(mine.workspace, merged.changes);
    if (!checked.ok) throw new CliRefusal(3, checked.error);
    const nowMs = call.io.nowMs();
    const file = mergedFile({
      mine,
      theirs,
      merged,
      app: APP_VERSION,
      nowMs,
      at: new Date(nowMs).toISOString(),
    });
    await call.io.writeFile(out, writeWorkspaceFile(file));
    const { plan } = merged;
    const named: Named = { workspaces: [merged.workspace, mine.workspace, theirs.workspace], say: call.say };
    const conflicts = [
      ...plan.conflicts.map((conflict) => conflictJson(conflict, named)),
      ...plan.refused.map((one) => refusedJson(one, named)),
    ];
    const doubled = plan.doubled.map((one) => doubledJson(one, named));
    return {
      exit: conflicts.length > 0 || doubled.length > 0 ? 1 : 0,
      json: { file: out, counts: Object.fromEntries(plan.counts), erased: count, conflicts, doubled },
    };
  },
};

/** Both copies without those who were erased in either: neither brings them back. */
function withoutErased(a: WorkspaceFile, b: WorkspaceFile) {
  const erased = bothErased(settingsOf(a.workspace).erased, settingsOf(b.workspace).erased);
  const [mine, theirs] = [a, b].map((file) => ({ ...file, ...withoutForgotten({ erased }, file) }));
  return { mine: mine!, theirs: theirs!, count: mine!.count + theirs!.count };
}

function nameOf({ table, id }: { readonly table: TableName; readonly id: string }, of: Named): string {
  const title = recordTitle(of.workspaces, table, id);
  return typeof title === "string" ? title : of.say.say(title);
}

/** What naming a record takes. */
interface Named {
  readonly workspaces: readonly Workspace[];
  readonly say: Words;
}

function conflictJson(conflict: MergeConflict, named: Named) {
  const { kind, table, id, proposed } = conflict;
  const chosen = proposed === "mine" ? "a" : "b";
  const about = { kind, table, id, name: nameOf(conflict, named) };
  if (conflict.kind === "removed") {
    const { removedBy, removedAt, changedAt, neededBy } = conflict.saved;
    const by = removedBy === "mine" ? "a" : "b";
    return { ...about, removedBy: by, removedAt: at(removedAt), changedAt: at(changedAt), neededBy, chosen };
  }
  const { clash } = conflict;
  const { field, mine, theirs } = clash;
  const base = "base" in clash ? { base: clash.base ?? null } : {};
  const together = clash.others?.map((one) => {
    return { field: one.field, a: valueJson(one.mine), b: valueJson(one.theirs) };
  });
  const values = { field, a: valueJson(mine), b: valueJson(theirs), ...base };
  return { ...about, ...values, ...(together && { together }), chosen };
}

function doubledJson({ table, id, otherId }: DoubledRecord, named: Named) {
  const other = { id: otherId, name: nameOf({ table, id: otherId }, named) };
  return { table, id, name: nameOf({ table, id }, named), other };
}

function refusedJson(one: RefusedRecord, named: Named) {
  const { table, id, side, reason } = one;
  return {
    kind: "refused",
    table,
    id,
    name: nameOf(one, named),
    refused: side === "mine" ? "a" : "b",
    reason: named.say.say(reason),
    chosen: side === "mine" ? "b" : "a",
  };
}

function valueJson({ value, stamp }: FieldValue) {
  return { value: value ?? null, at: at(stamp) };
}

function at(stamp: Stamp | ""): string | null {
  return stamp === "" ? null : new Date(stampMs(stamp)).toISOString();
}
