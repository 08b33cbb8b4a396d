import { expect, test } from "vitest";
import { isAt } from "../../../../renderer/platform/place.ts";

test("an address is a place when its path is the same and its query says at least what the place says", () => {
  expect(isAt("#/team/matrix/d1", "#/team/matrix/d1")).toBe(true);
  expect(isAt("#/team/tasks?id=t1&duty=d1", "#/team/tasks?id=t1")).toBe(true);
});

test("it is not when somebody has gone on to another record, another page or back", () => {
  const elsewhere = ["#/team/matrix/d2", "#/team/members", "#/team/matrix"];
  expect(elsewhere.map((hash) => isAt(hash, "#/team/matrix/d1"))).toEqual([false, false, false]);
  expect(isAt("#/team/tasks?id=t2", "#/team/tasks?id=t1")).toBe(false);
});
