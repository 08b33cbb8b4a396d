import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { followStarts } from "../../../../electron/window/follow-starts.ts";
import type { FollowStartsParts } from "../../../../electron/window/follow-starts.ts";
import type { QuitStage } from "../../../../electron/window/quit-handshake.ts";

/** A program whose window is so far on its way out, and what further starts do to it. */
function buildProgram(stage: QuitStage) {
  const seen = { opened: [] as string[], asked: [] as (readonly string[])[], focused: 0 };
  const app = new EventEmitter();
  const touch = () => {
    if (stage === "leaving") throw new Error("Object has been destroyed");
  };
  followStarts({
    app: app as unknown as FollowStartsParts["app"],
    window: {
      isMinimized: () => (touch(), false),
      restore: touch,
      focus: () => void (touch(), seen.focused++),
    },
    page: { openFile: (path) => void seen.opened.push(path), quitStage: () => stage },
    nextStart: { ask: (files) => void seen.asked.push(files) },
  });
  const start = (...args: readonly string[]) =>
    app.emit("second-instance", {}, ["/opt/Jiugong/jiugong", ...args], "/home/li/backups", null);
  return { seen, start, openFile: (path: string) => app.emit("open-file", { preventDefault() {} }, path) };
}

describe("a further start of the program", () => {
  test("comes to the window with its backup, meant from the folder in which it was started", () => {
    const { seen, start } = buildProgram("open");
    start("team.jiugong");
    expect(seen).toEqual({ opened: ["/home/li/backups/team.jiugong"], asked: [], focused: 1 });
  });

  test("while the page is asked whether all is written shows the window, and comes again after the end", () => {
    const { seen, start } = buildProgram("asked");
    start("team.jiugong");
    expect(seen).toEqual({ opened: [], asked: [["/home/li/backups/team.jiugong"]], focused: 1 });
  });

  test("while the window is hidden or gone leaves it alone, and comes again after the end", () => {
    const { seen, start } = buildProgram("leaving");
    start();
    start("/media/usb/team.jiugong");
    expect(seen).toEqual({ opened: [], asked: [[], ["/media/usb/team.jiugong"]], focused: 0 });
  });

  test("is a double click on macOS too, which names the file by itself", () => {
    const { seen, openFile } = buildProgram("leaving");
    openFile("/Users/li/team.jiugong");
    expect(seen.asked).toEqual([["/Users/li/team.jiugong"]]);
  });
});
