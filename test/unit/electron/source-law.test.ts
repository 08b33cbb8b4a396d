import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

/* What a window could be talked into is looked for in the sources themselves: each of these may stand only where it is named here, so
 * that a new place is a decision and not an oversight. */

const MAIN = globSync("{electron,cli}/**/*.ts").map((path) => path.replaceAll("\\", "/"));
const PAGE = globSync("{renderer,core,formats}/**/*.{ts,tsx}").map((path) => path.replaceAll("\\", "/"));

/** The files that hold a match, without what is only told in comments. */
function filesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((path) => pattern.test(withoutComments(readFileSync(path, "utf8")))).toSorted();
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

const RUNS_A_PROGRAM = /child_process|\bspawn\(|(?<![.\w])exec(File)?\(/;
/** What is bought in for the main process. Of these electron-updater starts a program: the installer that it is handed. */
const PACKAGES = [
  "@noble/hashes",
  "age-encryption",
  "chinese-days",
  "crc-32",
  "docx",
  "electron",
  "electron-updater",
  "fflate",
  "hucre",
  "i18next",
  "papaparse",
  "rrule",
  "zod",
];

/** Every source and package that is bundled with these: what they import, and what that imports, but types. */
function reachedFrom(entries: readonly string[]) {
  const [files, packages] = [new Set(entries), new Set<string>()];
  for (const path of files) {
    const source = withoutComments(readFileSync(path, "utf8")).replace(/(import|export) type [^;]*;/g, "");
    for (const [, name = ""] of source.matchAll(/\b(?:from|import\(?)\s*"((?:\.|@?[a-z])[\w./@-]*)"/g)) {
      if (!name.startsWith(".")) packages.add(/^(@[^/]+\/)?[^/]+/.exec(name)![0]);
      else if (name.endsWith(".ts")) files.add(posix.join(posix.dirname(path), name));
    }
  }
  return { files: [...files], packages: [...packages].toSorted() };
}

describe("the main process", () => {
  test.each<[string, RegExp, readonly string[]]>([
    [
      "opens a path or program of the system",
      /shell\.(openPath|openExternal)|openPath\(/,
      ["electron/window/guard-contents.ts"],
    ],
    ["runs another program", RUNS_A_PROGRAM, ["cli/with-chromium.ts", "electron/window/start-program.ts"]],
    ["runs a text as code", /\beval\(|new Function\(|node:vm|executeJavaScript|insertCSS/, []],
    [
      "asks a network",
      /(?<![.\w])fetch\((?!\))|(globalThis|window|self)\.fetch|node:(http|https|http2|net|tls|dgram|dns)\b|net\.request|XMLHttpRequest/,
      ["electron/update/feed-source.ts"],
    ],
    [
      "loads a page",
      /\.loadURL\(|\.loadFile\(/,
      ["electron/report/print-pdf.ts", "electron/window/create-main-window.ts"],
    ],
    ["makes a window", /new BrowserWindow\(/, ["electron/run-command-line.ts", "electron/start-app.ts"]],
    ["answers the page", /ipc(Main)?\.(on|once|handle|handleOnce)\(/, ["electron/ipc/door.ts"]],
    ["speaks of files by address", /file:\/\//, []],
    [
      "weakens a wall",
      /webSecurity: false|sandbox: false|contextIsolation: false|nodeIntegration\w*: true|webviewTag: true|bypassCSP|allowServiceWorkers|enableBlinkFeatures|disable-web-security/,
      [],
    ],
    ["switches a feature of Chromium", /appendSwitch|appendArgument/, []],
  ])("%s only where it is known to", (_what, pattern, known) => {
    expect(filesWith(MAIN, pattern)).toEqual(known);
  });

  test("holds in its bundles no way to another program but to its own image and through electron-updater", () => {
    const { files, packages } = reachedFrom(["electron/main.ts", "electron/preload.ts"]);
    expect(files.length).toBeGreaterThan(300);
    expect(filesWith(files, RUNS_A_PROGRAM)).toEqual(["electron/window/start-program.ts"]);
    expect(filesWith(files, /CHROMIUM_PATH/)).toEqual([]);
    expect(packages).toEqual(PACKAGES);
  });

  test("has its sandbox on before anything is ready, and a scheme with no more rights than it needs", () => {
    const source = withoutComments(readFileSync("electron/main.ts", "utf8"));
    expect(source.indexOf("app.enableSandbox()")).toBeGreaterThan(0);
    expect(source.indexOf("app.enableSandbox()")).toBeLessThan(source.indexOf("startApp({"));
    expect(/privileges: \{([^}]*)\}/.exec(source)![1]!.trim()).toBe(
      "standard: true, secure: true, supportFetchAPI: true, codeCache: true",
    );
  });

  test("is built on one exact Electron", () => {
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies["electron"]).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("the page", () => {
  test.each<[string, RegExp, readonly string[]]>([
    [
      "makes elements of a text",
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc/i,
      // A fixed text: the frame to print in needs a doctype.
      ["renderer/platform/print-document.ts"],
    ],
    ["reads a text as a document", /DOMParser/, ["renderer/platform/print-document.ts"]],
    ["runs a text as code", /\beval\(|new Function\(|setTimeout\(\s*["'`]/, []],
    [
      "asks a network",
      /(?<![.\w])fetch\((?!\))|(globalThis|window|self)\.fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/,
      ["renderer/features/vault/about-page.tsx"],
    ],
    ["opens a window or leaves", /window\.open\(|location\.(assign|replace)\(|location\.href ?=/, []],
    ["names an address of the web", /["'`]https?:\/\/(?!www\.w3\.org\/)/, []],
    [
      "knows of the bridge",
      /\bjiugong\]|window\.jiugong|BRIDGE_NAME/,
      ["core/bridge/channels.ts", "renderer/platform/desktop-bridge.ts"],
    ],
  ])("%s only where it is known to", (_what, pattern, known) => {
    expect(filesWith(PAGE, pattern)).toEqual(known);
  });
});
