import type { BrowserWindow, Dialog } from "electron";
import { expect, test } from "vitest";
import { contract } from "../../../../core/bridge/contract.ts";
import { createUpdateHandlers } from "../../../../electron/ipc/update-handlers.ts";
import type { Updates } from "../../../../electron/update/create-updates.ts";
import type { ChosenSource } from "../../../../electron/update/update-settings.ts";

/** Handlers over updates that note what was chosen; the dialog answers with the path. */
function buildHandlers(path: string | null) {
  const chosen: ChosenSource[] = [];
  const keptAsked: number[] = [];
  const updates = {
    state: () => ({ phase: "idle" }),
    choose: (source: ChosenSource) => void chosen.push(source),
    install: async (isKept: () => Promise<boolean>) => ({ isKept: await isKept() }),
  } as unknown as Updates;
  const handlers = createUpdateHandlers({
    updates,
    dialog: {
      showOpenDialog: async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] }),
    } as unknown as Dialog,
    window: () => ({}) as BrowserWindow,
    isKept: async (sequence) => keptAsked.push(sequence) > 0 && sequence === 7,
    manifestLabel: () => "",
  });
  return { handlers, chosen, keptAsked };
}

test("a folder and a file are what the person chose in the dialog", async () => {
  const { handlers, chosen } = buildHandlers("/media/usb");
  await handlers.chooseUpdates({ source: "folder" });
  await handlers.chooseUpdates({ source: "file" });
  expect(chosen).toEqual([
    { kind: "folder", path: "/media/usb" },
    { kind: "file", path: "/media/usb" },
  ]);
});

test("a cancelled dialog changes nothing", async () => {
  const { handlers, chosen } = buildHandlers(null);
  expect(await handlers.chooseUpdates({ source: "folder" })).toEqual({ ok: true, value: { phase: "idle" } });
  expect(chosen).toEqual([]);
});

test("a path that the page hands in is dropped at the door", () => {
  const request = { source: "folder", path: "/etc" };
  expect(contract.chooseUpdates.request.parse(request)).toEqual({ source: "folder" });
});

test.each(["http://example.com/", "file:///etc/", "https://a@b.c/"])(
  "the address %s is refused, and the place that was chosen stays",
  async (address) => {
    const { handlers, chosen } = buildHandlers(null);
    const answer = await handlers.chooseUpdates({ source: "feed", address });
    expect(answer).toEqual({ ok: false, error: "refused" });
    expect(chosen).toEqual([]);
  },
);

test("installing asks whether the named state was put aside", async () => {
  const { handlers, keptAsked } = buildHandlers(null);
  expect(await handlers.installUpdate({ keptSequence: 7 })).toEqual({ ok: true, value: { isKept: true } });
  expect(await handlers.installUpdate({ keptSequence: 8 })).toEqual({ ok: true, value: { isKept: false } });
  expect(keptAsked).toEqual([7, 8]);
});
