import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { CustomerId, DutyId, GroupId, MemberId } from "../../../../core/base/id.ts";
import { ownerFindings } from "../../../../core/customer/declared-owners.ts";
import type { Customer, Deal, Twin } from "../../../../core/customer/records.ts";
import type { Assignment, Duty, Member } from "../../../../core/team/records.ts";
import { aCustomer, aDeal, aMember } from "../../../builders/kpi-context.ts";

const TODAY = day("2026-03-31");

interface World {
  readonly members?: readonly Member[];
  readonly assignments?: readonly (readonly [string, string, string])[];
  readonly customers?: readonly Customer[];
  readonly deals?: readonly Deal[];
  readonly twins?: readonly Twin[];
}

function aDuty(id: string): Duty {
  const of = { id: id as DutyId, groupId: "g1" as GroupId, name: { zh: id, en: id } };
  return { ...of, description: "", order: 0, archived: false };
}

function found(world: World) {
  const assignments = (world.assignments ?? []).map(([dutyId, memberId, letters]): Assignment => ({
    id: `${dutyId}:${memberId}`,
    dutyId: dutyId as DutyId,
    memberId: memberId as MemberId,
    letters,
  }));
  const byId = <R extends { readonly id: string }>(rows: readonly R[]) =>
    new Map(rows.map((row) => [row.id as string, row]));
  const pages = <Row>(rows: readonly Row[] = []) => ({ pages: [{ rows }] });
  return ownerFindings(
    {
      rows: {
        members: byId(world.members ?? []),
        duties: byId([aDuty("visits"), aDuty("reports")]),
        assignments: byId(assignments),
      },
      facts: { customers: pages(world.customers), deals: pages(world.deals), twins: pages(world.twins) },
    },
    TODAY,
  ).map(({ code, name, owner, other, count }) => [code, name, owner, other, count]);
}

const ANN = aMember("ann");
const BOB = aMember("bob");
const DUTIES = [
  ["visits", "ann", "R"],
  ["visits", "bob", "A"],
] as const;

describe("owners of the matrix beside owners of the book", () => {
  test("nobody named, somebody unknown and somebody who left are told apart; closed deals are left alone", () => {
    const gone = aMember("cid", { leftOn: TODAY });
    const customers = [
      aCustomer("k1"),
      aCustomer("k2", { ownerName: "zoe" }),
      aCustomer("k3", { ownerName: "cid" }),
      aCustomer("k4", { ownerName: "ann" }),
    ];
    const deals = [aDeal("d1"), aDeal("d2", { category: "won" })];
    expect(found({ members: [ANN, gone], assignments: DUTIES, customers, deals })).toEqual([
      ["orphan", "k2", "zoe", "", 1],
      ["orphan", "k3", "cid", "", 1],
      ["unowned", "k1", "", "", 1],
      ["unowned", "d1", "", "", 1],
    ]);
  });

  test("a customer and its open deals of another owner are a double, its closed ones are not", () => {
    const customers = [aCustomer("k1", { ownerName: "ann" })];
    const open = aDeal("d1", { customerId: "k1" as CustomerId, ownerName: "bob" });
    const world = { members: [ANN, BOB], assignments: DUTIES, customers };
    expect(found({ ...world, deals: [open] })).toEqual([["double", "k1", "ann", "bob", 1]]);
    const won: Deal = { ...open, category: "won" };
    expect(found({ ...world, deals: [won] })).toEqual([]);
  });

  test("two systems that name two owners of one customer are a double", () => {
    const customers = [aCustomer("k1", { ownerName: "ann" })];
    const twin: Twin = {
      id: "t1",
      table: "customers",
      keptId: "k1",
      name: "k1",
      said: { ownerName: "bob" },
      source: "zoho",
    };
    expect(found({ members: [ANN, BOB], assignments: DUTIES, customers, twins: [twin] })).toEqual([
      ["double", "k1", "ann", "bob", 1],
    ]);
  });

  test("a member with customers and without a duty is found, C and I are no duty", () => {
    const customers = [aCustomer("k1", { ownerName: "ann" })];
    const assignments = [["visits", "ann", "CI"]] as const;
    expect(found({ members: [ANN], assignments, customers })).toEqual([["no-duty", "ann", "ann", "", 1]]);
  });

  test("a member who does what owners of customers do and owns none is found; other duties ask for none", () => {
    const customers = [aCustomer("k1", { ownerName: "ann" })];
    const assignments = [
      ["visits", "ann", "R"],
      ["visits", "bob", "R"],
      ["reports", "cid", "R"],
    ] as const;
    expect(found({ members: [ANN, BOB, aMember("cid")], assignments, customers })).toEqual([
      ["no-customer", "bob", "bob", "", 0],
    ]);
  });
});
