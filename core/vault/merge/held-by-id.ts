import type { TableName } from "../../base/id.ts";
import { isFactTable } from "../apply-changes.ts";
import type { FactPage, Workspace } from "../workspace.ts";
import type { Held } from "./join-record.ts";

/** A record of a copy with its stamps, or `null`.
 * @example heldOf(aSample(), "skills", "none") // => null
 */
export function heldOf(workspace: Workspace, table: TableName, id: string): Held | null {
  if (!isFactTable(table)) {
    const record = workspace.rows[table].get(id);
    return record ? { record, stamps: workspace.rowStamps[table].get(id) ?? null } : null;
  }
  const index = workspace.facts[table].pageIndexById.get(id);
  const page = index === undefined ? undefined : (workspace.facts[table].pages[index] as FactPage);
  const slot = page ? page.rows.findIndex((row) => row.id === id) : -1;
  return page && slot >= 0 ? { record: page.rows[slot]!, stamps: page.stamps[slot]! } : null;
}

/** Looks records of a copy up by id; for facts through an index of each page that is asked for.
 * @example heldById(aSample(), "skills")("none") // => null
 */
export function heldById(workspace: Workspace, table: TableName): (id: string) => Held | null {
  if (!isFactTable(table)) return (id) => heldOf(workspace, table, id);
  const { pages, pageIndexById } = workspace.facts[table];
  const slotsByPage = new Map<number, ReadonlyMap<string, number>>();
  return (id) => {
    const index = pageIndexById.get(id);
    if (index === undefined) return null;
    const page = pages[index] as FactPage;
    let slots = slotsByPage.get(index);
    if (!slots) {
      slots = new Map(page.rows.map((row, slot) => [row.id, slot]));
      slotsByPage.set(index, slots);
    }
    const slot = slots.get(id)!;
    return { record: page.rows[slot]!, stamps: page.stamps[slot]! };
  };
}
