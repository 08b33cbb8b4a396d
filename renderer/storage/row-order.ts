import { ROW_TABLES } from "../../core/base/id.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

/** In which order the records of the row tables were first written: the store sorts by key, the workspace by this. */
export class RowOrder {
  readonly #atByKey = new Map<string, number>();
  #next = 1;

  static of(workspace: Workspace): RowOrder {
    const order = new RowOrder();
    for (const table of ROW_TABLES) {
      for (const id of workspace.rows[table].keys()) order.placeOf(`${table}/${id}`);
    }
    return order;
  }

  /** A record's place; a new record takes the next. */
  placeOf(key: string): number {
    const known = this.#atByKey.get(key);
    if (known !== undefined) return known;
    return this.set(key, this.#next);
  }

  set(key: string, at: number): number {
    this.#atByKey.set(key, at);
    this.#next = Math.max(this.#next, at + 1);
    return at;
  }

  forget(key: string): void {
    this.#atByKey.delete(key);
  }
}
