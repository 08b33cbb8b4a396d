import { expect, it } from "vitest";
import { CLASH, joinValue } from "../../../../../core/vault/rebase/join-value.ts";

const item = (key: string, notes = "") => ({ key, notes });

it.each([
  ["what nobody changed stays", 1, 1, 1, 1],
  ["what mine alone changed is taken", 1, 2, 1, 2],
  ["what has changed since and mine left alone is kept", 1, 1, 3, 3],
  ["of two single values the one that was said last holds", 1, 2, 3, 2],
  ["a value that mine emptied is empty", 1, undefined, 3, undefined],
  ["an empty text of a part that both began gives way to what was typed", undefined, "", "x", "x"],
  ["a text typed into a part that both began holds", undefined, "x", "", "x"],
  [
    "two names of one thing are kept both",
    { zh: "谈", en: "" },
    { zh: "谈判", en: "" },
    { zh: "谈", en: "Talk" },
    { zh: "谈判", en: "Talk" },
  ],
  ["an added text and another added text both stand", ["a"], ["a", "c"], ["a", "b"], ["a", "b", "c"]],
  ["a removed text goes though another was added", ["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"]],
  [
    "an order that mine changed holds, with what was added",
    ["a", "b"],
    ["b", "a"],
    ["a", "b", "c"],
    ["b", "a", "c"],
  ],
  ["an element goes where it was put", ["a", "b"], ["a", "x", "b"], ["a", "b", "c"], ["a", "x", "b", "c"]],
  [
    "elements with a key are joined one by one",
    [item("a"), item("b")],
    [item("a", "1"), item("b")],
    [item("a"), item("b", "2")],
    [item("a", "1"), item("b", "2")],
  ],
])("%s", (...[, base, mine, now, joined]) => {
  expect(joinValue({ base, mine, now })).toEqual(joined);
});

it.each([
  ["an element that one removed and the other changed", [item("a")], [], [item("a", "1")]],
  ["one key given to two new elements", [], [item("a", "1")], [item("a", "2")]],
  ["a list whose elements nothing tells apart", [{ from: 1 }], [{ from: 2 }], [{ from: 1 }, { from: 9 }]],
  ["a list that holds one text twice", ["a"], ["a", "a"], ["b"]],
  ["a part that was removed while it was changed", { text: "a" }, { text: "b" }, undefined],
])("%s is a clash", (_, base, mine, now) => {
  expect(joinValue({ base, mine, now })).toBe(CLASH);
});
