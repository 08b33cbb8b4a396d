import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { createNextStart } from "../../../../electron/window/next-start.ts";
import type { NextStartParts } from "../../../../electron/window/next-start.ts";

/** The next start of a program that notes what it does when it ends. */
function buildProgram(appImage: string | null = null) {
  const done: unknown[] = [];
  const events = new EventEmitter();
  const app = Object.assign(events, {
    relaunch: (options: unknown) => void done.push(["relaunch", options]),
    releaseSingleInstanceLock: () => void done.push("unlock"),
  });
  const next = createNextStart({
    app: app as unknown as NextStartParts["app"],
    argv: ["/opt/Jiugong/jiugong", "--user-data-dir=/home/li/second", "/home/li/old.jiugong"],
    appImage,
    startProgram: (path, args) => void done.push([path, args]),
  });
  return { next, done, end: () => events.emit("will-quit") };
}

describe("the start after the end", () => {
  test("is made when the program ends and not before, once, with the files of all who asked", () => {
    const { next, done, end } = buildProgram();
    next.ask([]);
    next.ask(["/home/li/a.jiugong"]);
    next.ask(["/home/li/a.jiugong", "/home/li/b.jiugong"]);
    expect(done).toEqual([]);
    end();
    const args = ["--user-data-dir=/home/li/second", "/home/li/a.jiugong", "/home/li/b.jiugong"];
    expect(done).toEqual([["relaunch", { args }]]);
  });

  test("is not made when nobody asked", () => {
    const { done, end } = buildProgram();
    end();
    expect(done).toEqual([]);
  });

  test("of an AppImage is of the file at its place, after the lock is given back", () => {
    const { next, done, end } = buildProgram("/home/li/Jiugong.AppImage");
    next.ask([]);
    end();
    expect(done).toEqual(["unlock", ["/home/li/Jiugong.AppImage", ["--user-data-dir=/home/li/second"]]]);
  });

  test("is left to an installer that was started", () => {
    const { next, done, end } = buildProgram();
    next.leaveToOthers();
    next.ask(["/home/li/a.jiugong"]);
    end();
    expect(done).toEqual([]);
  });
});
