import type { Command, CommandMessage, Look, ReplyMessage } from "./settings.ts";
import { state } from "./state.ts";
import type { MenuEntry } from "./state.ts";
import { toAppUrl } from "./server.ts";

/** Takes the test's commands over the channel of the child process, and tells where Chromium can be reached. */
export function listenForCommands(endpoint: string): void {
  process.on("message", ({ number, command }: CommandMessage) => {
    obey(command)
      .then(look)
      .then(
        (seen) => reply({ number, look: seen }),
        (error: unknown) => reply({ number, error: String(error) }),
      );
  });
  process.on("disconnect", () => process.exit(0));
  reply({ endpoint });
}

function reply(message: ReplyMessage): void {
  process.send?.(message);
}

async function obey(command: Command): Promise<void> {
  const window = state.windows.values().next().value;
  switch (command.do) {
    case "answer":
      state.answers.push(command.answer);
      state.events.emit("answer");
      return;
    case "click-menu":
      return clickMenu(command.id);
    case "close-window":
      return window?.close();
    case "open-file":
      return void state.events.emit("open-file", { preventDefault: () => undefined }, command.path);
    case "crash-page":
      return void window?.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
    case "power":
      return void state.events.emit(`power-${command.event}`);
    case "look":
      return;
  }
}

function clickMenu(id: string): void {
  const entry = allEntries(state.menu?.items ?? []).find((item) => item.id === id);
  if (!entry?.click) throw new Error(`the menu has no item ${id}`);
  entry.click(entry, undefined, {});
}

function allEntries(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  return entries.flatMap((entry) => [entry, ...allEntries(entry.submenu ?? [])]);
}

async function look(): Promise<Look> {
  const windows = [...state.windows.values()].map(async (window) => ({
    id: window.id,
    url: toAppUrl(window.webContents.page?.url() ?? ""),
    title: (await window.webContents.page?.title().catch(() => "")) ?? "",
    isVisible: window.isShown,
    isFocused: window.isInFront,
    focusCount: window.focusCount,
    bounds: window.getNormalBounds(),
    backgroundColor: window.backgroundColor,
  }));
  return {
    windows: await Promise.all(windows),
    menu: allEntries(state.menu?.items ?? []).flatMap(({ label }) => (label === undefined ? [] : [label])),
    dialogs: state.dialogs,
    clipboard: state.clipboard,
    opened: state.opened,
    problems: state.problems,
  };
}
