import { expect, test } from "vitest";
import { backupsAmong, createOpenFileQueue } from "../../../../electron/window/open-file-queue.ts";

test("files wait, in order, until the page listens", () => {
  const opened: string[] = [];
  const queue = createOpenFileQueue((path) => void opened.push(path));
  queue.add("a");
  queue.add("b");
  expect(opened).toEqual([]);
  queue.start();
  queue.add("c");
  expect(opened).toEqual(["a", "b", "c"]);
});

test("files wait again while the page is loaded anew, and none is opened twice", () => {
  const opened: string[] = [];
  const queue = createOpenFileQueue((path) => void opened.push(path));
  queue.add("a");
  queue.start();
  queue.stop();
  queue.add("b");
  queue.start();
  expect(opened).toEqual(["a", "b"]);
});

test("among the arguments only backups count as files to open", () => {
  const args = ["/opt/Jiugong/jiugong", "--flag=x.jiugong", "/home/李/备份.jiugong", "notes.txt", "."];
  expect(backupsAmong(args, "/tmp")).toEqual(["/home/李/备份.jiugong"]);
});

test("a backup without a folder lies where the program was started", () => {
  const args = ["/opt/Jiugong/jiugong", "team.jiugong", "../b.jiugong"];
  expect(backupsAmong(args, "/home/li/backups")).toEqual([
    "/home/li/backups/team.jiugong",
    "/home/li/b.jiugong",
  ]);
});

test("a file manager of Linux names a backup by its address", () => {
  const args = [
    "/opt/Jiugong/jiugong",
    "file:///home/li/%E5%A4%87%E4%BB%BD.jiugong",
    "file://server/b.jiugong",
  ];
  expect(backupsAmong(args, "/tmp")).toEqual(["/home/li/备份.jiugong"]);
});
