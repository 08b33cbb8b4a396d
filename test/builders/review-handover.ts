import { day } from "../../core/base/day.ts";
import type { DealId } from "../../core/base/id.ts";
import type { Customer, Deal } from "../../core/customer/records.ts";
import type { Action } from "../../core/meeting/records.ts";
import type { HandoverBook } from "../../core/review/handover/handover-book.ts";
import { emptyTeamRows } from "../../core/team/team-rows.ts";
import type { Task } from "../../core/team/records.ts";
import { letterBook } from "../../core/target/letter/letter-book.ts";
import type { LetterBook } from "../../core/target/letter/letter-book.ts";
import { book as targetBook } from "./target-book.ts";
import type { BookParts } from "./target-book.ts";
import { letterSources } from "./target-letter.ts";
import { aTask } from "./team-tasks.ts";
import { aDuty, anAssignment } from "./team.ts";

export interface HandoverScene extends BookParts {
  readonly deals?: readonly Deal[];
  readonly actions?: readonly Action[];
  readonly tasks?: readonly Task[];
}

export function aHandedDeal(id: string, fields: Partial<Deal> = {}): Deal {
  return { id: id as DealId, name: id, category: "open", source: "zoho", ownerName: "a", ...fields };
}

/** a and b in one group, c in another: a answers for a duty, has a task, a customer and an open deal, and targets for
 * July to September; b has targets too. */
export function handoverBook(scene: HandoverScene = {}): HandoverBook {
  const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
    new Map(list.map((one) => [one.id as string, one]));
  const customer = { id: "c1", name: "晨星", source: "zoho", ownerName: "a" } as unknown as Customer;
  const targets = scene.targets ?? {
    "member:a 2026-07": 23,
    "member:a 2026-08": 21,
    "member:a 2026-09": 22,
    "member:b 2026-08": 42,
    "member:b 2026-09": 22,
  };
  return {
    rows: {
      ...emptyTeamRows(),
      ...targetBook({ ...scene, targets }),
      duties: byId([aDuty("d1", "g1"), aDuty("d2", "g1")]),
      assignments: byId([anAssignment("d1", "a", "RAC"), anAssignment("d2", "b", "R")]),
      tasks: byId(
        scene.tasks ?? [
          aTask("t1", { ownerId: "a" as Task["ownerId"] & string, dueOn: day("2026-07-03") }),
          aTask("t2", { ownerId: "a" as Task["ownerId"] & string, status: "done" }),
        ],
      ),
      actions: byId(scene.actions ?? []),
    },
    facts: {
      customers: { pages: [{ rows: [customer] }] },
      deals: {
        pages: [
          {
            rows: scene.deals ?? [
              aHandedDeal("o1", { stage: "谈判", customerName: "晨星" }),
              aHandedDeal("o2", { category: "won" }),
            ],
          },
        ],
      },
      cases: { pages: [{ rows: [] }] },
    },
  };
}

/** What a job card of a is written from: one target for the year. */
export function cardBook(): LetterBook {
  return letterBook(letterSources({ targets: { "member:a 2026": 60 } }));
}
