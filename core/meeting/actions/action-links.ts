import type { CustomerId, DealId } from "../../base/id.ts";
import type { Action, AgendaItem } from "../records.ts";

/** What an action can be about. */
export type ActionLinks = Partial<
  Pick<Action, "kpiId" | "dealId" | "customerId" | "targetId" | "practiceId">
>;

/** What an action decided under an item of the agenda is about: the item's record and KPI, and the practice that may
 * help.
 * @example linksOfItem(anItem("stalled:d1", { ref: "deals/d1" })) // => { dealId: "d1" }
 */
export function linksOfItem(item: Pick<AgendaItem, "ref" | "kpiId" | "practiceId">): ActionLinks {
  const slash = item.ref?.indexOf("/") ?? -1;
  const [table, id] = [item.ref?.slice(0, slash), item.ref?.slice(slash + 1) ?? ""];
  return {
    ...(item.kpiId === undefined ? {} : { kpiId: item.kpiId }),
    ...(item.practiceId === undefined ? {} : { practiceId: item.practiceId }),
    ...(table === "deals" ? { dealId: id as DealId } : {}),
    ...(table === "customers" ? { customerId: id as CustomerId } : {}),
    ...(table === "targets" ? { targetId: id } : {}),
  };
}

/** The record that stands for an action's links in a list: deal, customer, target, KPI, practice, else the meeting or the review.
 * @example mainLink({ dealId: "d1", meetingId: "m1" }) // => { table: "deals", id: "d1" }
 * @example mainLink({}) // => null
 */
export function mainLink(action: ActionLinks & Partial<Pick<Action, "meetingId" | "reviewId">>): {
  readonly table: "deals" | "customers" | "targets" | "kpis" | "practices" | "meetings" | "reviews";
  readonly id: string;
} | null {
  if (action.dealId !== undefined) return { table: "deals", id: action.dealId };
  if (action.customerId !== undefined) return { table: "customers", id: action.customerId };
  if (action.targetId !== undefined) return { table: "targets", id: action.targetId };
  if (action.kpiId !== undefined) return { table: "kpis", id: action.kpiId };
  if (action.practiceId !== undefined) return { table: "practices", id: action.practiceId };
  if (action.meetingId !== undefined) return { table: "meetings", id: action.meetingId };
  return action.reviewId === undefined ? null : { table: "reviews", id: action.reviewId };
}
