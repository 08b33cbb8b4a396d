import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putRecords, removeRecords } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { PeriodId } from "../../../../core/base/period.ts";
import { isLocked, lockOf, lockTargets, unlockTargets } from "../../../../core/target/target-lock.ts";
import { changesBetween, valuesAtVersion } from "../../../../core/target/target-versions.ts";
import { lockedChanges, unversioned, withVersion } from "../../../../core/target/with-version.ts";
import { after, book, sales, visits, visitTarget } from "../../../builders/target-book.ts";

const SCOPE = { kpiId: visits.id, year: 2026 };
const MARCH = day("2026-03-01");
const APRIL = day("2026-04-01");
const JULY = "visits|team|2026-07|target";

type Book = ReturnType<typeof book>;

function lockedBook(targets: Readonly<Record<string, number>> = { "team 2026-07": 3 }): Book {
  const rows = book({ targets });
  return after(rows, lockTargets(rows, { ...SCOPE, on: MARCH, note: "" }));
}

function put(place: string, value: number) {
  return [putRecords("targets", [visitTarget(place, value)])];
}

function changed(rows: Book, value: number, why = { on: APRIL, reason: "market" }): Book {
  return after(rows, withVersion(rows, put("team 2026-07", value), why));
}

describe("a lock", () => {
  test("keeps the values of its KPI and year as the original, and no others", () => {
    const rows = book({ targets: { "team 2026-07": 3, "member:a 2026-07": 2, "team 2027-01": 9 } });
    const lock = lockOf(after(rows, lockTargets(rows, { ...SCOPE, on: MARCH, note: " ok " })), SCOPE);
    expect(lock?.original).toEqual({ [JULY]: 3, "visits|member:a|2026-07|target": 2 });
    expect(lock?.note).toBe("ok");
  });

  test("is refused where there is nothing to lock and where it stands", () => {
    expect(lockTargets(book(), { ...SCOPE, on: MARCH, note: "" }).ok).toBe(false);
    expect(lockTargets(lockedBook(), { ...SCOPE, on: APRIL, note: "" }).ok).toBe(false);
  });

  test("opened with a reason lets changes in, and locked again they are one version with that reason", () => {
    const locked = lockedBook();
    const opened = after(locked, unlockTargets(locked, { ...SCOPE, on: APRIL, reason: "new plan" }));
    expect(isLocked(opened, SCOPE)).toBe(false);
    const edited = after(opened, { ok: true, value: put("team 2026-07", 8) });
    const again = after(edited, lockTargets(edited, { ...SCOPE, on: day("2026-05-01"), note: "" }));
    expect(isLocked(again, SCOPE)).toBe(true);
    expect(lockOf(again, SCOPE)).toMatchObject({
      on: MARCH,
      original: { [JULY]: 3 },
      versions: [{ number: 1, on: "2026-05-01", reason: "new plan", changes: [{ before: 3, after: 8 }] }],
    });
  });

  test("is not opened without a reason", () => {
    const refused = unlockTargets(lockedBook(), { ...SCOPE, on: APRIL, reason: " " });
    expect(refused).toMatchObject({ ok: false, error: [{ field: "reason" }] });
  });
});

describe("a change of locked targets", () => {
  test("is refused without a reason", () => {
    const refused = withVersion(lockedBook(), put("team 2026-07", 5), { on: APRIL, reason: " " });
    expect(refused).toMatchObject({ ok: false, error: [{ field: "reason" }] });
  });

  test("brings its values and the version in one commit", () => {
    const made = withVersion(lockedBook(), put("team 2026-07", 5), { on: APRIL, reason: "market" });
    expect(made.ok && made.value.map((change) => change.table)).toEqual(["targets", "targetLocks"]);
    expect(lockOf(changed(lockedBook(), 5), SCOPE)?.versions).toEqual([
      { number: 1, on: APRIL, reason: "market", changes: [{ id: JULY, before: 3, after: 5 }] },
    ]);
  });

  test("on the same day with the same reason joins the version, and shows the first value and the last", () => {
    const twice = changed(changed(lockedBook(), 5), 6);
    expect(lockOf(twice, SCOPE)?.versions).toEqual([
      { number: 1, on: APRIL, reason: "market", changes: [{ id: JULY, before: 3, after: 6 }] },
    ]);
  });

  test("for another reason is another version", () => {
    const twice = changed(changed(lockedBook(), 5), 6, { on: APRIL, reason: "product" });
    expect(lockOf(twice, SCOPE)?.versions.map((one) => one.number)).toEqual([1, 2]);
  });

  test("covers new targets of any line and removed ones", () => {
    const rows = lockedBook();
    const stretch = { ...visitTarget("team 2026-08", 4), id: "visits|team|2026-08|stretch" };
    const changes = [putRecords("targets", [stretch]), removeRecords("targets", [JULY])];
    expect(lockedChanges(rows, changes)).toEqual([
      { id: stretch.id, before: null, after: 4 },
      { id: JULY, before: 3, after: null },
    ]);
  });

  test("of another KPI or year, or without another value, needs no reason", () => {
    const rows = lockedBook();
    const other = { ...visitTarget("team 2026-07", 4), kpiId: sales.id, id: "sales|team|2026-07|target" };
    const next = { ...visitTarget("team 2027-07", 4) };
    const opening = { ...visitTarget("team 2026-07", 3), opening: 1 };
    const changes = [putRecords("targets", [other, next, opening])];
    expect(withVersion(rows, changes, { on: APRIL, reason: "" })).toEqual({ ok: true, value: changes });
  });
});

describe("versions", () => {
  const place = fc.tuple(
    fc.constantFrom("team", "group:g1", "member:a", "member:b"),
    fc.constantFrom("2026", "2026-Q3", "2026-07", "2026-08"),
  );
  const step = fc.record({
    places: fc.array(fc.tuple(place, fc.option(fc.nat(100))), { minLength: 1, maxLength: 5 }),
    reason: fc.constantFrom("a", "b"),
    on: fc.constantFrom(MARCH, APRIL),
  });

  test("never change the past: every version before gives exactly the values it gave when it was made", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let rows = lockedBook({ "team 2026": 10, "member:a 2026-07": 1 });
        const seen = new Map<number, readonly (readonly [string, number])[]>();
        for (const { places, reason, on } of steps) {
          const changes = places.flatMap(([[subject, periodId], value]) =>
            value === null
              ? [removeRecords("targets", [`visits|${subject}|${periodId}|target`])]
              : put(`${subject} ${periodId as PeriodId}`, value),
          );
          rows = after(rows, withVersion(rows, changes, { on, reason }));
          const lock = lockOf(rows, SCOPE)!;
          const present = new Map([...rows.targets.values()].map((one) => [one.id, one.value]));
          seen.set(lock.versions.length, [...present].toSorted());
          for (const [number, values] of seen) {
            expect([...valuesAtVersion(lock, number)].toSorted()).toEqual(values);
          }
          expect([...valuesAtVersion(lock, 0)].length).toBe(2);
        }
      }),
    );
  });

  test("what lies between two of them leads from the one to the other", () => {
    const values = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.nat(3));
    fc.assert(
      fc.property(values, values, (one, other) => {
        const from = new Map(Object.entries(one));
        const to = new Map(Object.entries(other));
        const changes = changesBetween(from, to);
        const lock = { original: one, versions: [{ number: 1, on: MARCH, reason: "x", changes }] };
        expect([...valuesAtVersion(lock, 1)].toSorted()).toEqual([...to].toSorted());
      }),
    );
  });
});

describe("a commit", () => {
  const edit = put("team 2026-07", 5);

  test("that changes a locked target without its version is refused with the remedy", () => {
    expect(unversioned(lockedBook(), edit)).toEqual([
      { field: "reason", message: { key: "target.problem.reason" } },
    ]);
  });

  test("that brings the version along is let through", () => {
    const rows = lockedBook();
    const versioned = withVersion(rows, edit, { on: APRIL, reason: "market" });
    expect(versioned.ok && unversioned(rows, versioned.value)).toEqual([]);
  });

  test("that changes what is not locked, or no value, is let through", () => {
    expect(unversioned(book(), edit)).toEqual([]);
    expect(unversioned(lockedBook(), put("team 2026-07", 3))).toEqual([]);
  });
});
