import { describe, expect, test } from "vitest";
import { addDays } from "../../../../../core/base/day.ts";
import type { Day } from "../../../../../core/base/day.ts";
import { differenceScope } from "../../../../../core/customer/history/difference-scope.ts";
import type { DifferenceKind } from "../../../../../core/customer/history/difference-line.ts";
import { dealNews, importDifference } from "../../../../../core/customer/import-difference.ts";
import { pipelineBridge } from "../../../../../core/customer/pipeline-bridge.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { aBatch, november, undone } from "../../../../builders/history.ts";
import { emptyBook, importInto, tableOf } from "../../../../builders/import.ts";
import { matched } from "../../../../builders/two-crms.ts";

const HEADER = ["id", "name", "owner", "stage", "amount", "close"];
const FIELDS = {
  id: "id",
  name: "name",
  owner: "owner",
  stage: "stage",
  amount: "amount",
  expectedClose: "close",
};
type Row = readonly string[];

const BOILER: Row = ["1", "Boiler", "Ann", "Lead", "100", "2026-12-01"];
const PUMP: Row = ["2", "Pump", "Bob", "Offer", "50", "2026-12-01"];

function week(book: Workspace, batchId: string, ...rows: readonly Row[]): Workspace {
  return importInto(book, tableOf(HEADER, ...rows), {
    batchId,
    hash: batchId,
    fileName: `${batchId}.csv`,
    settings: { object: "deals", mode: "upsert", source: "zoho", headerByField: FIELDS },
  });
}

function difference(book: Workspace, ...ids: readonly string[]) {
  return importDifference(
    book,
    ids.map((id) => book.rows.batches.get(id)!),
  );
}

/** "kind name before → after amount" of every line. */
function told(book: Workspace, ...ids: readonly string[]) {
  return difference(book, ...ids)
    .lines.filter((line) => line.ref.table === "deals")
    .map(({ kind, label, days, amount }) =>
      [kind, label, ...(days === undefined ? [] : [`${days} d`]), amount].join(" "),
    );
}

function kinds(book: Workspace, ...ids: readonly string[]): readonly DifferenceKind[] {
  return difference(book, ...ids).lines.map((line) => line.kind);
}

const ONE = week(emptyBook(), "w1", BOILER, PUMP);

describe("the difference of one import", () => {
  test("tells a later close with its days, and a lower amount with what was cut", () => {
    const book = week(ONE, "w2", BOILER.with(5, "2026-12-11").with(4, "80"), PUMP);
    expect(told(book, "w2")).toEqual(["slipped Boiler 10 d 8000", "cut Boiler 2000"]);
  });

  test("tells an earlier close and a higher amount", () => {
    const book = week(ONE, "w2", BOILER.with(5, "2026-11-30").with(4, "130.50"), PUMP);
    expect(told(book, "w2")).toEqual(["grown Boiler 3050", "pulled-in Boiler 1 d 13050"]);
  });

  test("tells a move by the order of the source's stages", () => {
    const book = week(ONE, "w2", BOILER.with(3, "Offer"), PUMP.with(3, "Lead"));
    expect(told(book, "w2")).toEqual(["forward Boiler 10000", "back Pump 5000"]);
  });

  test("tells won, lost and reopened in place of a move", () => {
    const book = week(ONE, "w2", BOILER.with(3, "Won"), PUMP.with(3, "Lost"));
    expect(told(book, "w2")).toEqual(["won Boiler 10000", "lost Pump 5000"]);
    expect(told(week(book, "w3", BOILER, PUMP.with(3, "Lost")), "w3")).toEqual(["reopened Boiler 10000"]);
  });

  test("tells a new deal, and one that the whole file leaves out as gone, once", () => {
    const tap: Row = ["3", "Tap", "Ann", "Lead", "7", "2026-12-01"];
    const book = week(ONE, "w2", BOILER, tap);
    expect(told(book, "w2")).toEqual(["new Tap 700", "gone Pump 5000"]);
    const again = week(book, "w3", BOILER.with(4, "90"), tap);
    expect(told(again, "w3")).toEqual(["cut Boiler 1000"]);
    expect(told(week(again, "w4", BOILER, PUMP, tap), "w4")).toContain("returned Pump 5000");
  });

  test("tells another owner, but not another spelling of the same one", () => {
    expect(told(week(ONE, "w2", BOILER.with(2, "Cid"), PUMP), "w2")).toEqual(["reassigned Boiler 10000"]);
    expect(told(week(ONE, "w2", BOILER.with(2, "ANN"), PUMP), "w2")).toEqual([]);
  });

  test("names file and line", () => {
    const book = week(ONE, "w2", PUMP, BOILER.with(4, "80"));
    expect(difference(book, "w2").lines[0]).toMatchObject({ batchId: "w2", line: 3 });
  });

  test("is as it was when later imports wrote the same deal", () => {
    const book = week(week(ONE, "w2", BOILER.with(4, "80"), PUMP), "w3", BOILER.with(4, "60"), PUMP);
    expect(difference(book, "w2").lines[0]).toMatchObject({
      before: { unit: "money", value: 10_000 },
      after: { unit: "money", value: 8000 },
    });
    expect(kinds(book, "w1")).toEqual(["new", "new"]);
  });
});

describe("the difference of several imports", () => {
  test("is net: what went and came back is no news", () => {
    const book = week(week(ONE, "w2", BOILER.with(4, "80"), PUMP), "w3", BOILER, PUMP.with(4, "70"));
    expect(told(book, "w2", "w3")).toEqual(["grown Pump 2000"]);
  });

  test("counts a deal as new that came and was changed since", () => {
    const book = week(week(ONE, "w2", BOILER, PUMP, ["3", "Tap", "", "Lead", "7", ""]), "w3", BOILER, PUMP, [
      "3",
      "Tap",
      "",
      "Lead",
      "9",
      "",
    ]);
    expect(told(book, "w2", "w3")).toEqual(["new Tap 900"]);
  });
});

describe("the bridge of the open pipeline", () => {
  const book = week(ONE, "w2", BOILER.with(4, "80"), PUMP.with(3, "Won").with(4, "55"), [
    "3",
    "Tap",
    "Ann",
    "Lead",
    "7",
    "",
  ]);

  test("leads from before to after in steps, a won deal with what it had been", () => {
    const { before, steps, after } = pipelineBridge(difference(book, "w2"));
    expect([before, after]).toEqual([15_000, 8700]);
    expect(steps.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["new", 700],
      ["cut", -2000],
      ["won", -5000],
    ]);
  });

  test("has steps of their own for deals that change hands, when owners are chosen", () => {
    const handed = week(ONE, "w2", BOILER.with(2, "Bob"), PUMP);
    const of = (name: string) =>
      pipelineBridge(difference(handed, "w2"), (owner) => owner.ownerName === name).steps.map(
        ({ kind, amount }) => [kind, amount],
      );
    expect(of("Ann")).toEqual([["handed-over", -10_000]]);
    expect(of("Bob")).toEqual([["taken-over", 10_000]]);
  });
});

describe("which imports are compared", () => {
  const batches = new Map(
    [
      aBatch("d1"),
      aBatch("d2", { at: november(16) }),
      aBatch("c2", { at: november(16), object: "customers" }),
      aBatch("f2", { at: november(16), source: "fxiaoke" }),
      aBatch("d3", { at: november(23), undone: true }),
    ].map((batch) => [batch.id as string, batch]),
  );
  const ids = (choice: Parameters<typeof differenceScope>[1]) =>
    differenceScope(batches, choice).map(({ id }) => id as string);

  test("are the newest files of each source and kind, when nobody says", () => {
    expect(ids({ to: null, since: "previous" })).toEqual(["d2", "c2", "f2"]);
  });

  test("are those of one source after another one, or since a day", () => {
    expect(ids({ to: "c2", since: { batchId: "d1" } })).toEqual(["d2", "c2"]);
    expect(ids({ to: "d2", since: { day: addDays("2026-11-09" as Day, 0) } })).toEqual(["d1", "d2"]);
    expect(ids({ to: null, since: { day: "2026-11-10" as Day } })).toEqual(["d2", "c2", "f2"]);
  });

  test("are none when the import was taken back", () => {
    expect(ids({ to: "d3", since: "previous" })).toEqual([]);
  });
});

describe("news of deals", () => {
  const book = week(ONE, "w2", BOILER.with(5, "2026-12-11"), ["3", "Tap", "Ann", "Lead", "7", ""]);
  const news = (state: Workspace) =>
    dealNews(state, differenceScope(state.rows.batches, { to: null, since: "previous" })).map(
      ({ kind }) => kind,
    );

  test("are what happened to deals that were there before", () => {
    expect(news(book)).toEqual(["slipped", "gone"]);
  });

  test("are those of the import before, once the newest was taken back", () => {
    expect(news(undone(book, "w2"))).toEqual([]);
  });
});

describe("a deal that two systems hold", () => {
  const FX = ["f1", "Boiler", "Ann", "Lead", "100", "2026-12-01"];
  const file = (book: Workspace, source: "zoho" | "fxiaoke", batchId: string, ...rows: readonly Row[]) =>
    importInto(book, tableOf(HEADER, ...rows), {
      batchId,
      hash: batchId,
      fileName: `${batchId}.csv`,
      settings: { object: "deals", mode: "upsert", source, headerByField: FIELDS },
    });
  const both = matched(
    file(file(ONE, "fxiaoke", "f1", FX), "fxiaoke", "f2", FX, ["f2", "Tap", "", "Lead", "7", ""]),
    "deals",
    "zoho:deals:1",
    "fxiaoke:deals:f1",
  );
  const withoutFx = file(both, "fxiaoke", "f3", ["f2", "Tap", "", "Lead", "7", ""]);

  test("is not gone as long as the other system's file still has it", () => {
    expect(withoutFx.rows.batches.get("f3")).toMatchObject({ absent: ["fxiaoke:deals:f1"], absentCount: 1 });
    expect(told(withoutFx, "f3")).toEqual([]);
  });

  test("is gone when both leave it out, whichever of the two is kept", () => {
    const gone = week(withoutFx, "w2", PUMP);
    expect(told(gone, "w2")).toEqual(["gone Boiler 10000"]);
    const other = file(week(both, "w2", PUMP), "fxiaoke", "f3", ["f2", "Tap", "", "Lead", "7", ""]);
    expect([told(other, "w2").length, told(other, "w2", "f3")]).toEqual([0, ["gone Boiler 10000"]]);
  });
});
