import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { eventContract } from "../../../../core/bridge/contract.ts";
import type { MenuCommand } from "../../../../core/bridge/contract.ts";
import { createMenuTemplate } from "../../../../electron/menu/create-menu-template.ts";
import { createMainWords } from "../../../../electron/window/main-words.ts";

type Item = MenuItemConstructorOptions;

function buildMenu({ locale = "en" as "en" | "zh-CN", isMac = false } = {}) {
  const sent: MenuCommand[] = [];
  const words = createMainWords(locale);
  const menus = createMenuTemplate({
    words,
    isMac,
    theme: "dark",
    send: (command) => void sent.push(command),
  });
  const all = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => [item, ...all(Array.isArray(item.submenu) ? item.submenu : [])]);
  const items = all(menus);
  const click = (id: string) =>
    items.find((item) => item.id === id)?.click?.({} as never, undefined, {} as never);
  return { menus, items, sent, click };
}

describe("the application menu", () => {
  test("stands in both languages", () => {
    expect(buildMenu().menus.map(({ label }) => label)).toEqual(["File", "Edit", "Go", "View"]);
    expect(buildMenu({ locale: "zh-CN" }).menus.map(({ label }) => label)).toEqual([
      "文件",
      "编辑",
      "前往",
      "显示",
    ]);
  });

  test.each(["en", "zh-CN"] as const)("has a word for every item in %s", (locale) => {
    const labels = buildMenu({ locale, isMac: true }).items.flatMap(({ label }) => label ?? []);
    expect(labels.filter((label) => /^(desktop|app)\./.test(label))).toEqual([]);
  });

  test("has the app's and the window's menu on macOS", () => {
    expect(buildMenu({ isMac: true }).menus.map(({ id }) => id)).toEqual([
      "app",
      "file",
      "edit",
      "go",
      "view",
      "window",
    ]);
  });

  test("leaves the keys of undo and redo to the page", () => {
    const { items } = buildMenu();
    for (const id of ["undo", "redo", "palette"]) {
      expect(items.find((item) => item.id === id)?.registerAccelerator).toBe(false);
    }
  });

  test("sends only what the contract knows", () => {
    const { items, click, sent } = buildMenu();
    for (const { id } of items) if (id) click(id);
    expect(sent.length).toBe(20);
    for (const command of sent) expect(eventContract.menuCommand.parse(command)).toEqual(command);
  });

  test("marks the chosen language and appearance", () => {
    const checked = buildMenu()
      .items.filter((item) => item.checked)
      .map(({ id }) => id);
    expect(checked).toEqual(["theme-dark", "locale-en"]);
  });

  test("uses no key twice", () => {
    const keys = buildMenu().items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
