import type { TableName } from "../../base/id.ts";
import { isFactTable } from "../apply-changes.ts";
import { factsOf } from "../workspace.ts";
import type { RecordOf, Workspace } from "../workspace.ts";

/** The records of each table by id; a table of facts is gone through once, when it is first asked for. */
export class RecordMaps {
  readonly #workspace: Workspace;
  readonly #byTable = new Map<TableName, ReadonlyMap<string, unknown>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  all<T extends TableName>(table: T): ReadonlyMap<string, RecordOf<T>> {
    const known = this.#byTable.get(table) ?? this.#make(table);
    this.#byTable.set(table, known);
    return known as ReadonlyMap<string, RecordOf<T>>;
  }

  find<T extends TableName>(table: T, id: string): RecordOf<T> | undefined {
    return this.all(table).get(id);
  }

  #make(table: TableName): ReadonlyMap<string, unknown> {
    if (!isFactTable(table)) return this.#workspace.rows[table];
    return new Map(factsOf(this.#workspace, table).map((fact) => [fact.id, fact]));
  }
}
