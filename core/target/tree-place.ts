import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { nameMessage } from "../team/name-key.ts";
import type { TargetTree } from "./target-tree.ts";

/** Whose row of the tree it is, as a message: the team, a group or a member.
 * @example treeSubject(treeOf(book()), 0) // => { key: "base.team" }
 */
export function treeSubject(tree: TargetTree, row: number): Message {
  const { name } = tree.rows[row]!;
  return name === null ? message("base.team") : nameMessage(name);
}

/** What a place of the tree is called in the title of an explanation: whose, which KPI, when.
 * @example treePlace(treeOf(book()), { row: 0, period: 3 }).period // => { period: "2026-Q3" }
 */
export function treePlace(tree: TargetTree, at: { readonly row: number; readonly period: number }) {
  return {
    subject: treeSubject(tree, at.row),
    kpi: nameMessage(tree.kpi.name),
    period: { period: tree.periods[at.period]!.id },
  } as const;
}
