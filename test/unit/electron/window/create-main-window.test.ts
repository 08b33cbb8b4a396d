import { expect, test } from "vitest";
import type { Session } from "electron";
import { printWebPreferences } from "../../../../electron/report/print-pdf.ts";
import { secureWebPreferences } from "../../../../electron/window/create-main-window.ts";

test("the window's page has every wall up", () => {
  expect(secureWebPreferences("/app/preload.cjs")).toEqual({
    preload: "/app/preload.cjs",
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

test("the printed document has no scripts and no preload", () => {
  const session = {} as Session;
  const preferences = printWebPreferences(session);
  expect(preferences).toMatchObject({ session, javascript: false, sandbox: true, contextIsolation: true });
  expect(preferences).not.toHaveProperty("preload");
});
