import type { BrowserWindow, Dialog, MessageBoxOptions } from "electron";
import { expect, test } from "vitest";
import { contract } from "../../../../core/bridge/contract.ts";
import { createUpdateHandlers } from "../../../../electron/ipc/update-handlers.ts";
import type { Updates } from "../../../../electron/update/create-updates.ts";
import { createMainWords } from "../../../../electron/window/main-words.ts";
import type { ChosenSource } from "../../../../electron/update/update-settings.ts";

/** Handlers over updates that note what was chosen; the file dialog answers with the path, the question with a button. */
function buildHandlers(path: string | null, button = 1) {
  const chosen: ChosenSource[] = [];
  const keptAsked: number[] = [];
  const questions: MessageBoxOptions[] = [];
  const updates = {
    state: () => ({ phase: "idle", source: "feed", place: "https://kept.example.com/" }),
    choose: (source: ChosenSource) => void chosen.push(source),
    install: async (isKept: () => Promise<boolean>) => ({ isKept: await isKept() }),
  } as unknown as Updates;
  const handlers = createUpdateHandlers({
    updates,
    dialog: {
      showOpenDialog: async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] }),
      async showMessageBox(_window: BrowserWindow, options: MessageBoxOptions) {
        questions.push(options);
        return { response: button, checkboxChecked: false };
      },
    } as unknown as Dialog,
    window: () => ({}) as BrowserWindow,
    isKept: async (sequence) => keptAsked.push(sequence) > 0 && sequence === 7,
    words: () => createMainWords("en"),
  });
  return { handlers, chosen, keptAsked, questions };
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
  expect(await handlers.chooseUpdates({ source: "folder" })).toMatchObject({ ok: true });
  expect(chosen).toEqual([]);
});

test("a path that the page hands in is dropped at the door", () => {
  const request = { source: "folder", path: "/etc" };
  expect(contract.chooseUpdates.request.parse(request)).toEqual({ source: "folder" });
});

test("an address is kept when the person says so, who sees it as it will be asked for", async () => {
  const { handlers, chosen, questions } = buildHandlers(null, 0);
  await handlers.chooseUpdates({ source: "feed", address: "https://九宫.example.com/王芳" });
  expect(chosen).toEqual([{ kind: "feed", address: "https://九宫.example.com/王芳/" }]);
  expect(questions).toMatchObject([
    { message: "Get updates from xn--sjq373a.example.com?", defaultId: 1, cancelId: 1 },
  ]);
  expect(questions[0]!.detail).toMatch(/^https:\/\/xn--sjq373a\.example\.com\/%E7%8E%8B%E8%8A%B3\/\n/);
});

test("an address that the person does not want is not kept, and the place that was chosen stays", async () => {
  const { handlers, chosen, questions } = buildHandlers(null, 1);
  const answer = await handlers.chooseUpdates({ source: "feed", address: "https://any.host/bonus-48000" });
  expect(answer).toMatchObject({ ok: true, value: { place: "https://kept.example.com/" } });
  expect(chosen).toEqual([]);
  expect(questions).toHaveLength(1);
});

test("the address that is kept already is not asked about again", async () => {
  const { handlers, chosen, questions } = buildHandlers(null, 0);
  await handlers.chooseUpdates({ source: "feed", address: "https://kept.example.com" });
  expect([chosen, questions]).toEqual([[], []]);
});

test("a page that proposes one address over another gets one question", async () => {
  const { handlers, questions } = buildHandlers(null, 1);
  const propose = (name: string) =>
    handlers.chooseUpdates({ source: "feed", address: `https://any.host/${name}` });
  await Promise.all(["a", "b", "c"].map(propose));
  expect(questions).toHaveLength(1);
});

test.each([`https://any.host/${"王".repeat(100)}`, "http://example.com/", "file:///etc/", "https://a@b.c/"])(
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
