import type { App, BrowserWindow } from "electron";
import type { PageLink } from "./connect-page.ts";
import type { NextStart } from "./next-start.ts";
import { backupsAmong } from "./open-file-queue.ts";

export interface FollowStartsParts {
  readonly app: Pick<App, "on">;
  readonly window: Pick<BrowserWindow, "isMinimized" | "restore" | "focus">;
  readonly page: Pick<PageLink, "openFile" | "quitStage">;
  readonly nextStart: Pick<NextStart, "ask">;
}

/** Further starts of the program come to this window, with the files they were to open. One that comes while the program ends, which
 * may take as long as a backup, is made up for when it has ended: its window would be gone before the file is seen. */
export function followStarts({ app, window, page, nextStart }: FollowStartsParts): void {
  const take = (files: readonly string[]) => {
    if (page.quitStage() === "open") files.forEach((path) => page.openFile(path));
    else nextStart.ask(files);
  };
  app.on("open-file", (event, path) => {
    event.preventDefault();
    take([path]);
  });
  app.on("second-instance", (_event, argv, workingDirectory) => {
    take(backupsAmong(argv, workingDirectory));
    if (page.quitStage() === "leaving") return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
