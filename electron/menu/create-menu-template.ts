import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "../../core/bridge/contract.ts";
import { LOCALES } from "../../core/words/dictionary.ts";
import type { Words } from "../../core/words/words.ts";

/** The rooms in the order of their squares, as `app.room.<room>` names them. */
const ROOMS = ["team", "target", "kpi", "customer", "meeting", "training", "incentive", "review", "vault"];
const THEMES = ["light", "dark", "system"] as const;

export interface MenuParts {
  readonly words: Words;
  readonly isMac: boolean;
  readonly theme: string;
  readonly send: (command: MenuCommand) => void;
}

/** The application menu in one language. Undo and redo show their keys but leave them to the page on Windows and Linux,
 * where a text field undoes its own typing first. */
export function createMenuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { words, isMac } = parts;
  return [
    ...(isMac ? [createAppMenu(words)] : []),
    createFileMenu(parts),
    createEditMenu(parts),
    createGoMenu(parts),
    createViewMenu(parts),
    ...(isMac ? [createWindowMenu(words)] : []),
  ];
}

function createAppMenu(words: Words): MenuItemConstructorOptions {
  const say = (name: string) => words.text(`desktop.menu.${name}`);
  return {
    id: "app",
    label: say("app"),
    submenu: [
      { role: "about", label: say("about") },
      { type: "separator" },
      { role: "services", label: say("services") },
      { type: "separator" },
      { role: "hide", label: say("hide") },
      { role: "hideOthers", label: say("hideOthers") },
      { role: "unhide", label: say("showAll") },
      { type: "separator" },
      { role: "quit", label: say("quit") },
    ],
  };
}

function createFileMenu({ words, isMac, send }: MenuParts): MenuItemConstructorOptions {
  const say = (name: string) => words.text(`desktop.menu.${name}`);
  return {
    id: "file",
    label: say("file"),
    submenu: [
      {
        id: "save-backup",
        label: say("saveBackup"),
        accelerator: "CmdOrCtrl+S",
        click: () => send({ command: "save-backup" }),
      },
      {
        id: "open-backup",
        label: say("openBackup"),
        accelerator: "CmdOrCtrl+O",
        click: () => send({ command: "open-backup" }),
      },
      ...(isMac ? [] : ([{ type: "separator" }, { role: "quit", label: say("quit") }] as const)),
    ],
  };
}

function createEditMenu({ words, send }: MenuParts): MenuItemConstructorOptions {
  const say = (name: string) => words.text(`desktop.menu.${name}`);
  const own = (id: "undo" | "redo", accelerator: string): MenuItemConstructorOptions => ({
    id,
    label: say(id),
    accelerator,
    registerAccelerator: false,
    click: () => send({ command: id }),
  });
  return {
    id: "edit",
    label: say("edit"),
    submenu: [
      own("undo", "CmdOrCtrl+Z"),
      own("redo", "CmdOrCtrl+Shift+Z"),
      { type: "separator" },
      { role: "cut", label: say("cut") },
      { role: "copy", label: say("copy") },
      { role: "paste", label: say("paste") },
      { role: "selectAll", label: say("selectAll") },
      { type: "separator" },
      {
        id: "palette",
        label: say("find"),
        accelerator: "CmdOrCtrl+K",
        registerAccelerator: false,
        click: () => send({ command: "palette" }),
      },
    ],
  };
}

function createGoMenu({ words, send }: MenuParts): MenuItemConstructorOptions {
  return {
    id: "go",
    label: words.text("desktop.menu.go"),
    submenu: [
      {
        id: "go-home",
        label: words.text("app.room.home"),
        accelerator: "CmdOrCtrl+0",
        click: () => send({ command: "go", room: "home" }),
      },
      { type: "separator" },
      ...ROOMS.map((room, index) => ({
        id: `go-${room}`,
        label: words.text(`app.room.${room}`),
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => send({ command: "go", room }),
      })),
    ],
  };
}

function createViewMenu({ words, theme, send }: MenuParts): MenuItemConstructorOptions {
  const say = (name: string) => words.text(`desktop.menu.${name}`);
  const themes = THEMES.map((choice) => ({
    id: `theme-${choice}`,
    label: say(`theme.${choice}`),
    type: "radio" as const,
    checked: choice === theme,
    click: () => send({ command: "theme", theme: choice }),
  }));
  const languages = LOCALES.map((locale) => ({
    id: `locale-${locale}`,
    label: say(`language.${locale}`),
    type: "radio" as const,
    checked: locale === words.locale,
    click: () => send({ command: "locale", locale }),
  }));
  return {
    id: "view",
    label: say("view"),
    submenu: [
      { id: "theme", label: say("theme"), submenu: themes },
      { id: "language", label: say("language"), submenu: languages },
      { type: "separator" },
      { role: "resetZoom", label: say("zoomReset"), accelerator: "CmdOrCtrl+Alt+0" },
      { role: "zoomIn", label: say("zoomIn") },
      { role: "zoomOut", label: say("zoomOut") },
      { role: "togglefullscreen", label: say("fullScreen") },
    ],
  };
}

function createWindowMenu(words: Words): MenuItemConstructorOptions {
  return {
    id: "window",
    label: words.text("desktop.menu.window"),
    role: "windowMenu",
    submenu: [
      { role: "minimize", label: words.text("desktop.menu.minimize") },
      { role: "zoom", label: words.text("desktop.menu.zoomWindow") },
    ],
  };
}
