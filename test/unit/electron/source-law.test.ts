import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/* What a window could be talked into is looked for in the sources themselves: each of these may stand only where it is named here, so
 * that a new place is a decision and not an oversight. */

const MAIN = globSync("electron/**/*.ts").map((path) => path.replaceAll("\\", "/"));
const PAGE = globSync("{renderer,core,formats}/**/*.{ts,tsx}").map((path) => path.replaceAll("\\", "/"));

/** The files that hold a match, without what is only told in comments. */
function filesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((path) => pattern.test(withoutComments(readFileSync(path, "utf8")))).toSorted();
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

describe("the main process", () => {
  test.each<[string, RegExp, readonly string[]]>([
    [
      "opens a path or program of the system",
      /shell\.(openPath|openExternal)|openPath\(/,
      ["electron/window/guard-contents.ts"],
    ],
    [
      "runs another program",
      /child_process|\bspawn\(|(?<![.\w])exec(File)?\(/,
      ["electron/window/start-program.ts"],
    ],
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
    ["makes a window", /new BrowserWindow\(/, ["electron/start-app.ts"]],
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
