import type { AnyRecord } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { FactTable, MemberId, RowTable, TableName } from "../../base/id.ts";
import { recordHash } from "../../base/record-hash.ts";
import { runToEnd } from "../../base/run-to-end.ts";
import { isSame } from "../../base/same.ts";
import type { OwnedFact } from "../../customer/owner.ts";
import { PAGE_ROWS, isFactTable } from "../apply-changes.ts";
import { factCount } from "../lazy-pages.ts";
import type { Stamps } from "../../base/stamp.ts";
import type { FactPage, FactStore, Workspace } from "../workspace.ts";
import { NameMask } from "./name-mask.ts";
import type { MaskWords } from "./name-mask.ts";
import { canBeDropped, pulledRefs } from "./pulled-refs.ts";
import { RecordMaps } from "./record-maps.ts";
import { ScopeView } from "./scope-view.ts";
import { SHARE_RULES } from "./share-rules.ts";
import type { TableRule } from "./field-rule.ts";
import type { ShareScope } from "./share-scope.ts";
import { DROPPED, shareShape } from "./share-value.ts";
import type { SharePass } from "./share-value.ts";

/** What becomes of a table: records that go out, those of them that others took along, and those that stay. */
export interface ShareCount {
  readonly table: TableName;
  readonly out: number;
  readonly along: number;
  readonly left: number;
}

export interface ShareSelection {
  readonly workspace: Workspace;
  /** The scope as the file may say it: whose records, by the ids that they have there. */
  readonly scope: ShareScope;
  /** Tables that hold or held anything, in the order of the file. */
  readonly counts: readonly ShareCount[];
}

/** The part of a workspace that a scope speaks of, made anew by whitelist. Nothing that is left out is anywhere in it, and no
 * reference leads out of it. Other names stand in it where the scope is masked.
 * @example selectShare(aSample(), aShareScope({ areas: [] }), MASK_WORDS).workspace.rows.statements.size // => 0
 */
export function selectShare(workspace: Workspace, scope: ShareScope, words: MaskWords): ShareSelection {
  return runToEnd(selectShareSteps(workspace, scope, words));
}

/** The same in steps of about a page.
 * @example selectShareSteps(aSample(), aShareScope(), MASK_WORDS).next().done // => false
 */
export function* selectShareSteps(
  workspace: Workspace,
  scope: ShareScope,
  words: MaskWords,
): Generator<void, ShareSelection> {
  const draft = new ShareDraft(workspace, scope, words);
  yield* draft.choose();
  yield* draft.drop("hopeless");
  yield* draft.takeAlong();
  yield* draft.drop("torn");
  return yield* draft.finish();
}

const TABLES: readonly TableName[] = [...ROW_TABLES, ...FACT_TABLES];

/** Tables whose records others take along. */
const MAY_COME: ReadonlySet<TableName> = new Set([
  "groups",
  "duties",
  "skills",
  "kpis",
  "courses",
  "batches",
  "customers",
  "deals",
  "orders",
]);

class ShareDraft {
  readonly #workspace: Workspace;
  readonly #scope: ShareScope;
  readonly #maps: RecordMaps;
  readonly #pass: SharePass;
  /** The same while records may still come along. */
  readonly #hopeful: SharePass;
  readonly #kept = new Map<TableName, Map<string, AnyRecord>>(TABLES.map((table) => [table, new Map()]));
  readonly #along = new Map<TableName, number>();
  readonly #files = new Map<string, number>();

  constructor(workspace: Workspace, scope: ShareScope, words: MaskWords) {
    this.#workspace = workspace;
    this.#scope = scope;
    this.#maps = new RecordMaps(workspace);
    const view = new ScopeView(workspace, scope, this.#maps);
    this.#pass = {
      view,
      mask: scope.masked ? new NameMask(workspace, words) : null,
      strangers: new Set([...workspace.rows.members.keys()].filter((id) => !view.member(id))),
      withHistory: view.isWhole && !scope.masked && scope.areas.includes("customer"),
      fileName: (name) => this.#fileName(name, words),
      isKept: (table, id) => this.#kept.get(table)?.has(id) ?? false,
      isThere: (table, id) => this.#maps.find(table, id) !== undefined,
    };
    const { isKept, isThere } = this.#pass;
    this.#hopeful = {
      ...this.#pass,
      isKept: (table, id) => isKept(table, id) || (MAY_COME.has(table) && isThere(table, id)),
    };
  }

  /** What is in the scope by itself. */
  *choose(): Generator<void> {
    for (const table of TABLES) {
      const rule = SHARE_RULES[table] as TableRule;
      if (!this.#goesOut(rule)) continue;
      let count = 0;
      for (const [id, record] of this.#maps.all(table)) {
        if (rule.keeps?.(record, this.#pass.view) ?? true) this.#keptOf(table).set(id, record);
        if (++count % PAGE_ROWS === 0) yield;
      }
    }
    yield;
  }

  /** What the chosen records refer to and may take along, and what those refer to. */
  *takeAlong(): Generator<void> {
    const waiting = TABLES.flatMap((table) =>
      [...this.#keptOf(table).values()].map((record) => ({ table, record })),
    );
    for (let at = 0; at < waiting.length; at += 1) {
      const { table, record } = waiting[at]!;
      for (const { table: other, id, pull } of pulledRefs(table, record)) {
        const found = this.#keptOf(other).has(id) ? undefined : this.#maps.find(other, id);
        if (found === undefined || !this.#mayCome(other, found, pull)) continue;
        this.#keptOf(other).set(id, found);
        this.#along.set(other, (this.#along.get(other) ?? 0) + 1);
        waiting.push({ table: other, record: found });
      }
      if (at % PAGE_ROWS === 0) yield;
    }
  }

  /** What cannot stand without something that is left out, until nothing more falls: before others are taken along for its
   * sake, and after. */
  *drop(which: "hopeless" | "torn"): Generator<void> {
    const pass = which === "hopeless" ? this.#hopeful : this.#pass;
    const tables = TABLES.filter(canBeDropped);
    for (let fallen = 1; fallen > 0;) {
      fallen = 0;
      for (const table of tables) {
        for (const [id, record] of this.#keptOf(table)) {
          if (this.#copy(table, record, pass) !== DROPPED) continue;
          this.#keptOf(table).delete(id);
          fallen += 1;
        }
        yield;
      }
    }
  }

  *finish(): Generator<void, ShareSelection> {
    const rows: Partial<Record<RowTable, ReadonlyMap<string, AnyRecord>>> = {};
    const rowStamps: Partial<Record<RowTable, ReadonlyMap<string, Stamps>>> = {};
    for (const table of ROW_TABLES) {
      const records = [...this.#keptOf(table).values()];
      const copies = records.map((record) => resealed(this.#copied(table, record), record));
      rows[table] = new Map(copies.map((copy) => [copy.id, copy]));
      rowStamps[table] = new Map(
        copies.flatMap(({ id }, at) => {
          const stamps = this.#workspace.rowStamps[table].get(records[at]!.id);
          return stamps === undefined ? [] : [[id, stamps] as const];
        }),
      );
      yield;
    }
    const facts: Partial<Record<FactTable, FactStore>> = {};
    for (const table of FACT_TABLES) facts[table] = yield* this.#facts(table);
    const workspace = { rows, rowStamps, facts, tombstones: this.#tombstones() } as unknown as Workspace;
    return { workspace, scope: this.#saidScope(), counts: this.#counts() };
  }

  *#facts(table: FactTable): Generator<void, FactStore> {
    const pages: { rows: AnyRecord[]; stamps: Stamps[] }[] = [];
    const pageIndexById = new Map<string, number>();
    const kept = this.#keptOf(table);
    let room = 0;
    for (const page of this.#workspace.facts[table].pages as readonly FactPage[]) {
      for (const [slot, record] of page.rows.entries()) {
        if (!kept.has(record.id)) continue;
        if (room === 0) pages.push({ rows: [], stamps: [] });
        room = (room === 0 ? PAGE_ROWS : room) - 1;
        const copy = this.#copied(table, record);
        pages.at(-1)!.rows.push(copy);
        pages.at(-1)!.stamps.push(page.stamps[slot]!);
        pageIndexById.set(copy.id, pages.length - 1);
      }
      yield;
    }
    return { pages: pages as unknown as readonly FactPage[], pageIndexById };
  }

  /** What has been deleted is said of tables that go out whole; a deleted record is nobody's, and a limited share is silent. */
  #tombstones(): Workspace["tombstones"] {
    if (!this.#pass.view.isEverybody || this.#scope.masked) return new Map();
    return new Map(
      [...this.#workspace.tombstones].filter(([key]) => {
        const table = key.slice(0, key.indexOf("/")) as TableName;
        return table in SHARE_RULES && this.#goesOut(SHARE_RULES[table] as TableRule);
      }),
    );
  }

  #saidScope(): ShareScope {
    const { mask } = this.#pass;
    const { members } = this.#scope;
    if (mask === null || members === "all") return this.#scope;
    return { ...this.#scope, members: members.map((id) => mask.id(id) as MemberId) };
  }

  #fileName(name: string, words: MaskWords): string {
    if (name === "") return "";
    const number = this.#files.get(name) ?? this.#files.size + 1;
    this.#files.set(name, number);
    return words.name("file", number);
  }

  #counts(): readonly ShareCount[] {
    return TABLES.flatMap((table) => {
      const all = isFactTable(table)
        ? factCount(this.#workspace.facts[table])
        : this.#workspace.rows[table].size;
      const out = this.#keptOf(table).size;
      return all === 0 ? [] : [{ table, out, along: this.#along.get(table) ?? 0, left: all - out }];
    });
  }

  #goesOut({ area, isPay }: Pick<TableRule, "area" | "isPay">): boolean {
    if (isPay && !this.#scope.withPay) return false;
    if (area === "always") return true;
    if (area === "history") return this.#pass.withHistory;
    return area === "notes" ? this.#scope.withNotes && !this.#scope.masked : this.#scope.areas.includes(area);
  }

  #mayCome(table: TableName, record: AnyRecord, pull: "any" | "own"): boolean {
    const rule = SHARE_RULES[table] as TableRule;
    if (!rule.isReference && !this.#goesOut(rule)) return false;
    if (this.#pass.view.owns(record as OwnedFact)) return true;
    return pull === "any" && (this.#scope.masked || !ownerStandsIn(record.id));
  }

  #keptOf(table: TableName): Map<string, AnyRecord> {
    return this.#kept.get(table)!;
  }

  #copy(table: TableName, record: AnyRecord, pass: SharePass = this.#pass) {
    return shareShape(SHARE_RULES[table].fields, record as unknown as Record<string, unknown>, pass);
  }

  #copied(table: TableName, record: AnyRecord): AnyRecord {
    const copy = this.#copy(table, record);
    if (copy === DROPPED) throw new Error(`a record that fell is written: ${table}/${record.id}`);
    return copy as unknown as AnyRecord;
  }
}

/** Whether an id tells of an owner: what comes from files without ids is known by name, owner and the rest, one after the other. */
function ownerStandsIn(id: string): boolean {
  return /:~[^|]*\|[^|]/.test(id);
}

/** What is sealed with a hash has one of what it now says: the old one would tell of what was left out. */
function resealed(copy: AnyRecord, record: AnyRecord): AnyRecord {
  if (!("hash" in copy) || isSame(copy, record)) return copy;
  const { hash: _hash, ...rest } = copy;
  return { ...rest, hash: recordHash(rest) } as AnyRecord;
}
