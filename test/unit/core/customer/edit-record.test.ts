import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import type { Change } from "../../../../core/base/change.ts";
import type { Day } from "../../../../core/base/day.ts";
import type { CustomerId, DealId, MemberId, OrderId } from "../../../../core/base/id.ts";
import { ok } from "../../../../core/base/result.ts";
import type { Result } from "../../../../core/base/result.ts";
import { nextStamp } from "../../../../core/base/stamp.ts";
import { addCustomer, editCustomer } from "../../../../core/customer/edit-customer.ts";
import { addDeal } from "../../../../core/customer/edit-deal.ts";
import { addOrder } from "../../../../core/customer/edit-order.ts";
import { addTypedRecord, editTypedRecord } from "../../../../core/customer/edit-record.ts";
import type { PlainTable } from "../../../../core/customer/edit-record.ts";
import { removeRecord } from "../../../../core/customer/remove-record.ts";
import type { TypedTexts } from "../../../../core/customer/typed-fields.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { factById, factsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { emptyBook } from "../../../builders/import.ts";
import { aMember } from "../../../builders/kpi-context.ts";

const TODAY = "2026-11-23" as Day;

function after(book: Workspace, command: Result<readonly Change[]>): Workspace {
  if (!command.ok)
    throw new Error(command.error.map(({ field, message }) => `${field} ${message.key}`).join());
  const checked = checkChanges(book, command.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, checked.value, nextStamp(null, 1, "test"));
}

function add(book: Workspace, table: PlainTable, texts: TypedTexts, ownerId: MemberId | null = null) {
  const id = `${table}-1`;
  const input = { table, id, texts, ownerId, today: TODAY, newCustomerId: "new" as CustomerId };
  return addTypedRecord(book, input);
}

function edit(book: Workspace, table: PlainTable, texts: TypedTexts) {
  const input = { table, id: `${table}-1`, texts, today: TODAY, newCustomerId: "new" as CustomerId };
  return editTypedRecord(book, input);
}

function problems(command: Result<readonly Change[]>): readonly (readonly [string | undefined, string])[] {
  return command.ok ? [] : command.error.map(({ field, message }) => [field, message.key] as const);
}

/** Acme with a deal and an order, Borg with nothing. */
function trade(): Workspace {
  let book = emptyBook();
  for (const [id, name] of [
    ["acme", "Acme"],
    ["borg", "Borg"],
  ] as const) {
    book = after(book, addCustomer(book, { id: id as CustomerId, ownerId: null, texts: { name } }));
  }
  const deal = {
    id: "d1" as DealId,
    today: TODAY,
    language: "en",
    newCustomerId: "x" as CustomerId,
  } as const;
  const texts = { name: "Boiler", stage: "Proposal", customer: "Acme" };
  book = after(book, addDeal(book, { ...deal, texts, ownerId: null }));
  const order = { number: "A-1", customer: "Acme", on: "2026-11-02", amount: "5000" };
  const of = { id: "o1" as OrderId, newCustomerId: "x" as CustomerId, ownerId: null };
  return after(book, addOrder(book, { ...of, texts: order }));
}

const CASE = { kind: "投诉", status: "处理中", openedOn: "2026-11-01", customer: "Acme", text: "漏油" };

describe("records that are typed", () => {
  test("a contact brings a customer that the book does not hold along", () => {
    const book = after(emptyBook(), add(emptyBook(), "contacts", { name: "Eva", customer: "Acme" }));
    expect(factById(book, "contacts", "contacts-1")).toEqual({
      id: "contacts-1",
      name: "Eva",
      customerId: "new",
      customerName: "Acme",
      source: "typed",
    });
    expect(factsOf(book, "customers")).toEqual([{ id: "new", name: "Acme", source: "typed" }]);
  });

  test("an activity of a deal is its customer's too, and its text is never absent", () => {
    const texts = { kind: "拜访", on: "2026-11-20", deal: "boiler" };
    const book = after(trade(), add(trade(), "activities", texts));
    expect(factById(book, "activities", "activities-1")).toMatchObject({
      dealId: "d1",
      customerId: "acme",
      customerName: "Acme",
      text: "",
    });
  });

  test("a deal of another customer is refused, and so is one that is not there", () => {
    const texts = { kind: "拜访", on: "2026-11-20", customer: "Borg", deal: "Boiler" };
    expect(problems(add(trade(), "activities", texts))).toEqual([
      ["deal", "customer.problem.other-customer"],
    ]);
    expect(problems(add(trade(), "activities", { ...texts, deal: "Pump" }))).toEqual([
      ["deal", "customer.problem.none-named"],
    ]);
  });

  test("a payment of an order is its customer's, and may be negative", () => {
    const book = after(trade(), add(trade(), "payments", { order: "A-1", on: "2026-11-20", amount: "-200" }));
    expect(factById(book, "payments", "payments-1")).toMatchObject({
      orderId: "o1",
      customerId: "acme",
      amount: -20_000,
    });
  });

  test("what has happened lies not after today", () => {
    expect(problems(add(trade(), "payments", { on: "2026-11-24", amount: "1" }))).toEqual([
      ["on", "customer.problem.later"],
    ]);
  });

  test.each([
    ["csat", "0", false],
    ["csat", "5", true],
    ["csat", "6", false],
    ["nps", "0", true],
    ["nps", "10", true],
    ["nps", "11", false],
  ])("an answer on %s may be %s: %s", (scale, score, isTaken) => {
    const command = add(trade(), "answers", { scale, score, on: "2026-11-20" });
    expect(problems(command)).toEqual(isTaken ? [] : [["score", "customer.problem.score"]]);
  });

  test("a score is whole and a question is one of two", () => {
    expect(problems(add(trade(), "answers", { scale: "stars", score: "4.5", on: "2026-11-20" }))).toEqual([
      ["scale", "customer.problem.choice"],
      ["score", "customer.problem.score-whole"],
    ]);
  });

  test("two products of one name and two cases of one number are refused", () => {
    const products = after(trade(), add(trade(), "products", { name: "Pump" }));
    const second = { table: "products", id: "p2", today: TODAY, newCustomerId: "n" as CustomerId } as const;
    const again = addTypedRecord(products, { ...second, texts: { name: "ＰＵＭＰ" }, ownerId: null });
    expect(problems(again)).toEqual([["name", "customer.problem.taken"]]);
  });

  test("the owner is written by name", () => {
    const records = [aMember("m1", { name: "Ann" })];
    const book = after(trade(), { ok: true, value: [{ op: "put", table: "members", records }] });
    const typed = after(book, add(book, "cases", CASE, "m1" as MemberId));
    expect(factById(typed, "cases", "cases-1")).toMatchObject({ ownerName: "Ann", customerId: "acme" });
  });
});

describe("records that are edited", () => {
  test("a text keeps its lines and a case its own", () => {
    const book = after(trade(), add(trade(), "cases", CASE));
    const edited = after(book, edit(book, "cases", { cause: "密封圈老化\n安装不当" }));
    expect(factById(edited, "cases", "cases-1")?.cause).toBe("密封圈老化\n安装不当");
  });

  test("saying whether a case has come again says that it was looked at today", () => {
    const book = after(trade(), add(trade(), "cases", CASE));
    const checked = after(book, edit(book, "cases", { hasRecurred: "no" }));
    expect(factById(checked, "cases", "cases-1")).toMatchObject({ hasRecurred: false, checkedOn: TODAY });
  });

  test("a case does not end before it begins", () => {
    const book = after(trade(), add(trade(), "cases", CASE));
    expect(problems(edit(book, "cases", { closedOn: "2026-10-31" }))).toEqual([
      ["closedOn", "customer.problem.before-opened"],
    ]);
  });

  test("a field of an imported record is marked as typed", () => {
    const base = after(trade(), add(trade(), "contacts", { name: "Eva", customer: "Acme" }));
    const imported = { ...factById(base, "contacts", "contacts-1")!, source: "zoho" as const };
    const put = { op: "put", table: "contacts", records: [imported] } as const;
    const book = after(base, { ok: true, value: [put] });
    const edited = after(book, edit(book, "contacts", { phone: "139" }));
    expect(factById(edited, "contacts", "contacts-1")).toMatchObject({
      phone: "139",
      by: { phone: "typed" },
    });
  });

  test("renaming a customer renames it in what was typed of it", () => {
    const book = after(trade(), add(trade(), "cases", CASE));
    const renamed = after(book, editCustomer(book, { id: "acme" as CustomerId, texts: { name: "Acme AG" } }));
    expect(factById(renamed, "cases", "cases-1")?.customerName).toBe("Acme AG");
  });
});

describe("records that are removed", () => {
  test("a customer with an answer stays, for it counts", () => {
    const answer = { scale: "csat", score: "4", on: "2026-11-20", customer: "Borg" };
    const book = after(trade(), add(trade(), "answers", answer));
    expect(problems(removeRecord(book, { table: "customers", id: "borg" }))).toEqual([
      [undefined, "customer.problem.still-used"],
    ]);
    const without = after(book, removeRecord(book, { table: "answers", id: "answers-1" }));
    expect(removeRecord(without, { table: "customers", id: "borg" }).ok).toBe(true);
  });

  test("an order takes its payments along", () => {
    const book = after(trade(), add(trade(), "payments", { order: "A-1", on: "2026-11-20", amount: "1" }));
    const without = after(book, removeRecord(book, { table: "orders", id: "o1" }));
    expect(factsOf(without, "payments")).toEqual([]);
  });

  test("what another system says of an order's payments goes with them", () => {
    const paid = after(trade(), add(trade(), "payments", { order: "A-1", on: "2026-11-20", amount: "1" }));
    const twin = { id: "t1", table: "payments", keptId: "payments-1", name: "P", said: {}, source: "zoho" };
    const book = after(paid, ok([putRecords("twins", [twin])]));
    expect(factsOf(after(book, removeRecord(book, { table: "orders", id: "o1" })), "twins")).toEqual([]);
  });
});
