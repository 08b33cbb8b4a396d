import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../../core/base/change.ts";
import type { Day } from "../../../../core/base/day.ts";
import type { CustomerId, DealId, MemberId, OrderId } from "../../../../core/base/id.ts";
import type { Result } from "../../../../core/base/result.ts";
import { nextStamp } from "../../../../core/base/stamp.ts";
import { assignOwner, creditShares } from "../../../../core/customer/assign-owner.ts";
import { addCustomer, editCustomer } from "../../../../core/customer/edit-customer.ts";
import { addDeal, editDeal, moveDeal } from "../../../../core/customer/edit-deal.ts";
import { addOrder, editOrder } from "../../../../core/customer/edit-order.ts";
import { creditsOf, ownerIndex } from "../../../../core/customer/owner.ts";
import { pipelineColumns } from "../../../../core/customer/pipeline.ts";
import { removeRecord } from "../../../../core/customer/remove-record.ts";
import { pipelineStages } from "../../../../core/customer/stages.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { factById, factsOf, rowsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { emptyBook, importInto, tableOf } from "../../../builders/import.ts";
import { aMember } from "../../../builders/kpi-context.ts";

const TODAY = "2026-11-23" as Day;

function after(book: Workspace, command: Result<readonly Change[]>): Workspace {
  if (!command.ok) throw new Error(command.error.map(({ message }) => message.key).join());
  const checked = checkChanges(book, command.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, checked.value, nextStamp(null, 1, "test"));
}

function problemsOf(command: Result<readonly Change[]>): readonly (readonly [string | undefined, string])[] {
  return command.ok ? [] : command.error.map(({ field, message }) => [field, message.key] as const);
}

function deal(id: string) {
  return { id: id as DealId, today: TODAY, language: "en" as const, newCustomerId: `${id}-c` as CustomerId };
}

function withDeal(texts: Record<string, string> = {}): Workspace {
  const typed = { name: "Boiler", stage: "Proposal", amount: "1000", customer: "Acme", ...texts };
  return after(emptyBook(), addDeal(emptyBook(), { ...deal("d1"), texts: typed, ownerId: null }));
}

function withMembers(book: Workspace, ...names: readonly string[]): Workspace {
  const records = names.map((name, index) => aMember(`m${index + 1}`, { name, order: index }));
  return after(book, { ok: true, value: [{ op: "put", table: "members", records }] });
}

describe("a deal that is typed", () => {
  test("takes category and chance from its stage, and brings its customer and the stages along", () => {
    const book = withDeal();
    expect(factById(book, "deals", "d1")).toEqual({
      id: "d1",
      name: "Boiler",
      stage: "Proposal",
      category: "open",
      probability: 500_000,
      amount: 100_000,
      customerId: "d1-c",
      customerName: "Acme",
      source: "typed",
    });
    expect(factsOf(book, "customers")).toEqual([{ id: "d1-c", name: "Acme", source: "typed" }]);
    expect(rowsOf(book, "stages")).toHaveLength(6);
  });

  test("keeps the chance that was typed", () => {
    expect(factById(withDeal({ probability: "65" }), "deals", "d1")?.probability).toBe(650_000);
  });

  test("may lack its amount, which is not zero", () => {
    expect(factById(withDeal({ amount: "" }), "deals", "d1")).not.toHaveProperty("amount");
  });

  test("needs a name, a stage, and when it is won the day, not after today", () => {
    const add = (texts: Record<string, string>) =>
      problemsOf(addDeal(emptyBook(), { ...deal("d1"), texts, ownerId: null }));
    expect(add({})).toEqual([
      ["name", "customer.problem.needed"],
      ["stage", "customer.problem.needed"],
    ]);
    expect(add({ name: "A", stage: "Won" })).toEqual([["closedOn", "customer.problem.closing-day"]]);
    expect(add({ name: "A", stage: "Won", closedOn: "2026-11-24" })).toEqual([
      ["closedOn", "customer.problem.closed-later"],
    ]);
    expect(add({ name: "A", stage: "Proposal", closedOn: "2026-11-01" })).toEqual([
      ["closedOn", "customer.problem.not-closed"],
    ]);
  });

  test.each([
    ["€100", "customer.problem.currency"],
    ["100 USD", "customer.problem.currency"],
    ["much", "customer.problem.number"],
    ["1,5", "customer.problem.number"],
    ["0.001", "customer.problem.too-fine"],
    ["-5", "customer.problem.negative"],
    ["10%", "customer.problem.number"],
  ])("refuses %s as its amount", (amount, key) => {
    const texts = { name: "A", stage: "Proposal", amount };
    expect(problemsOf(addDeal(emptyBook(), { ...deal("d1"), texts, ownerId: null }))).toEqual([
      ["amount", key],
    ]);
  });

  test("is closed today when it is moved to a won stage, and loses the day when it is opened again", () => {
    const book = withDeal();
    const won = after(book, moveDeal(book, { ...deal("d1"), stage: "Won" }));
    expect(factById(won, "deals", "d1")).toMatchObject({
      category: "won",
      closedOn: TODAY,
      probability: 1_000_000,
    });
    const open = after(won, moveDeal(won, { ...deal("d1"), stage: "Negotiation" }));
    expect(factById(open, "deals", "d1")).toMatchObject({ category: "open", probability: 750_000 });
    expect(factById(open, "deals", "d1")).not.toHaveProperty("closedOn");
  });

  test("keeps each move as an event of its stage history, and none of another change", () => {
    const book = withDeal();
    const moved = after(book, moveDeal(book, { ...deal("d1"), stage: "Negotiation" }));
    const back = after(moved, editDeal(moved, { ...deal("d1"), texts: { stage: "Proposal" } }));
    const edited = after(
      back,
      editDeal(back, { ...deal("d1"), texts: { amount: "2000", stage: "proposal " } }),
    );
    expect(factsOf(edited, "stageEvents")).toEqual(
      ["Negotiation", "Proposal"].map((stage, at) => ({
        id: `typed:stage-history:d1|${TODAY}|${at + 1}`,
        dealId: "d1",
        stage,
        on: TODAY,
        amount: 100_000,
        source: "typed",
      })),
    );
  });

  test("keeps its closing day while it is won", () => {
    const won = withDeal({ stage: "Won", closedOn: "2026-10-01" });
    expect(problemsOf(editDeal(won, { ...deal("d1"), texts: { closedOn: "" } }))).toEqual([
      ["closedOn", "customer.problem.closing-day"],
    ]);
  });
});

describe("a customer that is typed", () => {
  test("must have a name that is not taken", () => {
    const add = (name: string) =>
      problemsOf(addCustomer(withDeal(), { id: "c2" as CustomerId, texts: { name }, ownerId: null }));
    expect(add(" ACME ")).toEqual([["name", "customer.problem.name-taken"]]);
    expect(add("")).toEqual([["name", "customer.problem.needed"]]);
  });

  test("takes the facts that were typed for it along when it is renamed", () => {
    const book = withDeal();
    const renamed = after(
      book,
      editCustomer(book, { id: "d1-c" as CustomerId, texts: { name: "Acme Ltd" } }),
    );
    expect(factById(renamed, "deals", "d1")).toMatchObject({ customerId: "d1-c", customerName: "Acme Ltd" });
  });

  test("cannot be removed while a deal is theirs, and the deal is named", () => {
    const book = withDeal();
    const refused = removeRecord(book, { table: "customers", id: "d1-c" });
    expect(refused).toEqual({
      ok: false,
      error: [
        {
          message: {
            key: "customer.problem.still-used",
            params: { count: 1, object: { key: "customer.object.deals" }, names: "Boiler" },
          },
        },
      ],
    });
    const without = after(book, removeRecord(book, { table: "deals", id: "d1" }));
    expect(
      factsOf(after(without, removeRecord(without, { table: "customers", id: "d1-c" })), "customers"),
    ).toEqual([]);
  });

  test("is not guessed where several bear the name", () => {
    const rows = tableOf(
      ["Customer ID", "Customer Name", "Region"],
      ["1", "Acme", "North"],
      ["2", "Acme", "South"],
    );
    const book = importInto(emptyBook(), rows, { settings: { object: "customers" } });
    const add = (customer: string) =>
      addDeal(book, { ...deal("d1"), texts: { name: "A", stage: "Proposal", customer }, ownerId: null });
    expect(problemsOf(add("Acme"))).toEqual([["customer", "customer.problem.several-customers"]]);
    expect(factById(after(book, add("Acme · South")), "deals", "d1")?.customerId).toBe("generic:customers:2");
  });
});

describe("an order that is typed", () => {
  const order = { id: "o1" as OrderId, newCustomerId: "c9" as CustomerId, ownerId: null };

  test("needs date and amount, and a number of its own", () => {
    expect(problemsOf(addOrder(emptyBook(), { ...order, texts: {} }))).toEqual([
      ["on", "customer.problem.needed"],
      ["amount", "customer.problem.needed"],
    ]);
    const texts = { number: "A-1", on: "2026-03-01", amount: "1.2万" };
    const book = after(emptyBook(), addOrder(emptyBook(), { ...order, texts }));
    expect(factById(book, "orders", "o1")).toMatchObject({
      number: "A-1",
      on: "2026-03-01",
      amount: 1_200_000,
    });
    expect(problemsOf(addOrder(book, { ...order, id: "o2" as OrderId, texts }))).toEqual([
      ["number", "customer.problem.number-taken"],
    ]);
  });
});

describe("the owner", () => {
  test("is a member by name, and by credit where two bear the name", () => {
    const book = withMembers(withDeal(), "Ann", "Bob", "Bob");
    const own = (memberId: string) =>
      after(book, assignOwner(book, { table: "deals", id: "d1", memberId: memberId as MemberId }));
    expect(factById(own("m1"), "deals", "d1")).not.toHaveProperty("credits");
    const index = ownerIndex(rowsOf(book, "members"));
    for (const id of ["m1", "m2", "m3"]) {
      const whole = { shares: [{ memberId: id, share: 1_000_000 }], unassigned: 0 };
      expect(creditsOf(factById(own(id), "deals", "d1")!, index)).toEqual(whole);
    }
  });

  test("may be several, up to 100 %", () => {
    const book = withMembers(withDeal(), "Ann", "Bob");
    const share = (a: string, b: string) =>
      creditShares(book, {
        table: "deals",
        id: "d1",
        shares: [
          { memberId: "m1" as MemberId, percent: a },
          { memberId: "m2" as MemberId, percent: b },
        ],
      });
    const shared = factById(after(book, share("60", "40 %")), "deals", "d1");
    expect(shared?.credits?.map((credit) => credit.share)).toEqual([600_000, 400_000]);
    expect(problemsOf(share("60", "41"))).toEqual([["owner", "customer.problem.share-total"]]);
    expect(problemsOf(share("60", "0"))).toEqual([["m2", "customer.problem.share"]]);
  });
});

test("the pipeline holds every deal once that is not void, and its sums are those of its deals", () => {
  const book = withDeal();
  const [deals, stages] = [factsOf(book, "deals"), pipelineStages(book, "en")];
  const column = pipelineColumns(deals, stages).find(({ stage }) => stage === "Proposal");
  expect(column).toMatchObject({ amount: 100_000, weighted: 50_000, deals: [{ id: "d1" }] });
  expect(pipelineColumns(deals, []).map(({ key, deals: own }) => [key, own.length])).toEqual([["", 1]]);
});

test("a stage that was typed keeps its category and chance when a later file says the deal is won", () => {
  const header = ["Deal ID", "Deal Name", "Stage", "Probability", "Amount", "Closed Date"];
  const fileOf = (...cells: readonly string[]) => tableOf(header, ["1", "Boiler", ...cells]);
  const settings = { object: "deals" } as const;
  const book = importInto(emptyBook(), fileOf("Proposal", "40", "10", ""), { settings });
  const id = factsOf(book, "deals")[0]!.id;
  const moved = after(book, moveDeal(book, { ...deal(id), stage: "Quoted again" }));
  const next = importInto(moved, fileOf("Closed Won", "100", "20", "2026-11-01"), {
    settings,
    batchId: "b2",
  });
  expect(factById(next, "deals", id)).toMatchObject({
    stage: "Quoted again",
    category: "open",
    probability: 400_000,
    amount: 2000,
    by: { stage: "typed", category: "typed" },
  });
});

const HEADER = ["order_id", "employee", "customer", "order_date", "amount", "product"];
const cells = fc.record({
  employee: fc.constantFrom("Ann", "Bob"),
  customer: fc.constantFrom("Acme", "Bolt"),
  date: fc.constantFrom("2026-01-02", "2026-03-04"),
  amount: fc.constantFrom("5", "1234.50", "77"),
  product: fc.constantFrom("Pump", "Valve"),
});
const edits = fc.dictionary(fc.constantFrom("customer", "on", "amount", "product"), fc.constantFrom("1"), {
  minKeys: 1,
});
const TYPED: Readonly<Record<string, string>> = {
  customer: "Typed Co",
  on: "2026-06-06",
  amount: "999",
  product: "Typed",
};

test("an import after an edit keeps the edited fields and takes every other as it would without the edit", () => {
  fc.assert(
    fc.property(cells, cells, edits, (first, second, edited) => {
      const rowOf = (of: typeof first) => [["1", of.employee, of.customer, of.date, of.amount, of.product]];
      const files = [tableOf(HEADER, ...rowOf(first)), tableOf(HEADER, ...rowOf(second))] as const;
      const settings = { object: "orders" } as const;
      const book = importInto(emptyBook(), files[0], { settings });
      const id = "generic:orders:1" as OrderId;
      const texts = Object.fromEntries(Object.keys(edited).map((key) => [key, TYPED[key]!]));
      const typed = after(book, editOrder(book, { id, texts, newCustomerId: "c9" as CustomerId }));
      const plain = importInto(book, files[1], { settings, batchId: "b2" });
      const result = importInto(typed, files[1], { settings, batchId: "b2" });
      const own = ["by", "batchId"];
      const keys = Object.keys(edited).flatMap((key) =>
        key === "customer" ? ["customerId", "customerName"] : [key],
      );
      const expected: Record<string, unknown> = { ...factById(plain, "orders", id) };
      const kept = factById(typed, "orders", id) as unknown as Record<string, unknown>;
      for (const key of keys) expected[key] = kept[key];
      const got: Record<string, unknown> = { ...factById(result, "orders", id) };
      for (const key of own) {
        delete expected[key];
        delete got[key];
      }
      expect(got).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("a customer that was renamed here keeps its new name when a later file names it as before", () => {
  const order = (id: string) => tableOf(HEADER, [id, "Wang", "Acme", "2026-03-01", "100", ""]);
  const settings = { object: "orders" } as const;
  const book = importInto(emptyBook(), order("1"), { settings });
  const [acme] = factsOf(book, "customers");
  const renamed = after(book, editCustomer(book, { id: acme!.id, texts: { name: "Acme Ltd" } }));
  const result = importInto(renamed, order("2"), { settings, batchId: "b2" });
  expect(factsOf(result, "customers").map(({ id, name }) => [id, name])).toEqual([[acme!.id, "Acme Ltd"]]);
});

test("a field that was emptied here stays empty, however often the file comes again", () => {
  const file = tableOf(HEADER, ["1", "Wang", "Acme", "2026-03-01", "100", "Boiler"]);
  const settings = { object: "orders" } as const;
  const book = importInto(emptyBook(), file, { settings });
  const id = "generic:orders:1" as OrderId;
  const emptied = after(
    book,
    editOrder(book, { id, texts: { product: "" }, newCustomerId: "c9" as CustomerId }),
  );
  const other = tableOf(HEADER, ["1", "Wang", "Acme", "2026-03-02", "100", "Boiler"]);
  const once = importInto(emptied, other, { settings, batchId: "b2" });
  const twice = importInto(once, file, { settings, batchId: "b3" });
  expect([once, twice].map((one) => factById(one, "orders", id)?.product)).toEqual([undefined, undefined]);
});
