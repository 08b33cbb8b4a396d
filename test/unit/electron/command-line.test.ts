import { expect, test } from "vitest";
import { commandAmong } from "../../../electron/command-line.ts";

test("what follows the two dashes is a command", () => {
  expect(commandAmong(["jiugong", "--", "check", "team.jiugong"])).toEqual(["check", "team.jiugong"]);
});

test("a command may have two dashes of its own", () => {
  expect(commandAmong(["jiugong", ".", "--", "new", "--out", "w", "--", "x"])).toEqual([
    "new",
    "--out",
    "w",
    "--",
    "x",
  ]);
});

test("without them, or with nothing after them, the window opens", () => {
  expect(commandAmong(["jiugong", "team.jiugong"])).toBeNull();
  expect(commandAmong(["jiugong", "--"])).toBeNull();
});
