import type { BrowserWindow, Session } from "electron";
import { describe, expect, test } from "vitest";
import { createPdfPrinter } from "../../../../electron/report/print-pdf.ts";

/** A printer whose windows answer one after the other; tells how many were opened and destroyed. */
function printerOf(answers: readonly (Uint8Array | Error)[]) {
  const windows = { opened: 0, destroyed: 0 };
  const create = () => {
    const answer = answers[windows.opened++]!;
    const printToPDF = () =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Buffer.from(answer));
    return {
      loadURL: () => Promise.resolve(),
      webContents: { printToPDF },
      destroy: () => (windows.destroyed += 1),
    } as unknown as BrowserWindow;
  };
  const session = { protocol: { handle: () => undefined } } as unknown as Session;
  return { print: createPdfPrinter({ session, create }), windows };
}

describe("printing a document", () => {
  test("one that fails once is printed in a new window", async () => {
    const { print, windows } = printerOf([new Error("busy"), new Uint8Array([37, 80])]);
    expect([...(await print("<p>a</p>"))]).toEqual([37, 80]);
    expect(windows).toEqual({ opened: 2, destroyed: 2 });
  });

  test("one that fails twice is refused, and no window stays", async () => {
    const { print, windows } = printerOf([new Error("busy"), new Error("busy")]);
    await expect(print("<p>a</p>")).rejects.toThrow("the document was not printed");
    expect(windows).toEqual({ opened: 2, destroyed: 2 });
  });
});
