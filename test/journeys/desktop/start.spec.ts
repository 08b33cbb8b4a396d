import { launchAgain } from "../../desktop/launch-desktop.ts";
import { CHANNELS } from "../../../core/bridge/channels.ts";
import { expect, test } from "./desktop-test.ts";

test("the app starts in one window that shows its page", async ({ launch }) => {
  const desktop = await launch();
  await expect(desktop.page.locator("#root")).not.toBeEmpty();
  const { windows, problems } = await desktop.look();
  expect(windows).toMatchObject([{ url: "app://jiugong/", isVisible: true, isFocused: true }]);
  expect(windows[0]?.bounds).toEqual({ x: 320, y: 120, width: 1280, height: 800 });
  expect(problems).toEqual([]);
});

test("the page sees the contract and nothing of Node or Electron", async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.jiugong),
    globals: ["require", "process", "module", "Buffer", "ipcRenderer", "electron"].filter(
      (name) => name in window,
    ),
    isSecure: isSecureContext,
  }));
  expect(seen).toEqual({ bridge: [...CHANNELS, "listen"], globals: [], isSecure: true });
});

test("the page runs no inline script, no evaluated text and no style without its nonce", async ({
  launch,
}) => {
  const { page } = await launch();
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.head.append(script);
    const style = document.createElement("style");
    style.textContent = "#root { --probe: 1 }";
    document.head.append(style);
    return {
      script: "wasRun" in window,
      probe: getComputedStyle(document.getElementById("root")!).getPropertyValue("--probe"),
    };
  });
  expect(ran).toEqual({ script: false, probe: "" });
});

test("a call that breaks the contract is refused", async ({ launch }) => {
  const { page } = await launch();
  const answer = await page.evaluate(() =>
    window.jiugong.readFile({ handle: "/etc/passwd", offset: 0, length: 9 }),
  );
  expect(answer).toEqual({ ok: false, error: "refused" });
});

test("a second start brings the first window to the front and ends", async ({ home, launch }) => {
  const desktop = await launch();
  await expect.poll(async () => (await desktop.look()).windows[0]?.isFocused).toBe(true);
  const before = (await desktop.look()).windows[0]!.focusCount;
  expect(await launchAgain({ home })).toBe(0);
  await expect.poll(async () => (await desktop.look()).windows[0]?.focusCount).toBe(before + 1);
});

test("the page's process dies once: the page is loaded again and has its data", async ({ launch }) => {
  const desktop = await launch();
  await desktop.page.evaluate(() => localStorage.setItem("probe", "kept"));
  const loaded = desktop.page.waitForEvent("load");
  await desktop.crashPage();
  await loaded;
  expect(await desktop.page.evaluate(() => localStorage.getItem("probe"))).toBe("kept");
});
