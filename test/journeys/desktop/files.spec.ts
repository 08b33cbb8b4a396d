import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./desktop-test.ts";

const REPORT = `<!doctype html><html lang="zh-CN"><head><title>季度考核</title><style>
@page { size: A4; margin: 20mm; @top-left { content: "华东销售部" } @bottom-right { content: counter(page) " / " counter(pages) } }
</style></head><body><h1>季度考核</h1><p>达成率 98 %</p><h2 style="break-before:page">团队</h2><p>九个人</p>
<script>document.body.textContent = "a script ran"</script><img src="http://127.0.0.1:1/x.png"></body></html>`;

test("the save dialog writes the file whole, with nothing left beside it", async ({ launch }) => {
  const desktop = await launch();
  await desktop.answerDialog({ dialog: "save", path: join(desktop.documents, "备份.jiugong") });
  const saved = await desktop.page.evaluate(() =>
    window.jiugong.saveFile({
      suggestedName: "a:b.jiugong",
      bytes: new Uint8Array([1, 2, 255]),
      kind: { label: "备份", extensions: ["jiugong"] },
    }),
  );
  expect(saved).toEqual({ ok: true, value: { name: "备份.jiugong" } });
  expect([...readFileSync(join(desktop.documents, "备份.jiugong"))]).toEqual([1, 2, 255]);
  expect(readdirSync(desktop.documents)).toEqual(["备份.jiugong"]);
  const options = (await desktop.look()).dialogs[0]?.options;
  expect(options).toMatchObject({ defaultPath: join(desktop.documents, "a b.jiugong") });
});

test("cancelling the save dialog writes nothing", async ({ launch }) => {
  const desktop = await launch({ dialogs: [{ dialog: "save", path: null }] });
  const saved = await desktop.page.evaluate(() =>
    window.jiugong.saveFile({
      suggestedName: "a",
      bytes: new Uint8Array(1),
      kind: { label: "", extensions: [] },
    }),
  );
  expect(saved).toEqual({ ok: true, value: null });
  expect(readdirSync(desktop.documents)).toEqual([]);
});

test("a picked file is read in pieces; the page never learns its path", async ({ launch }) => {
  const desktop = await launch();
  const path = join(desktop.documents, "订单.csv");
  writeFileSync(path, "编号,金额\n1,2\n");
  await desktop.answerDialog({ dialog: "open", path });
  const seen = await desktop.page.evaluate(async () => {
    const picked = await window.jiugong.pickFile({ kind: { label: "CSV", extensions: ["csv"] } });
    if (!picked.ok || !picked.value) throw new Error("nothing was picked");
    const { handle, name, size } = picked.value;
    const piece = await window.jiugong.readFile({ handle, offset: 7, length: 100 });
    return { keys: Object.keys(picked.value), name, size, tail: piece.ok ? [...piece.value].length : -1 };
  });
  expect(seen).toEqual({ keys: ["handle", "name", "size"], name: "订单.csv", size: 18, tail: 11 });
});

test("a PDF is tagged, has outline, head and page numbers, and ran no script", async ({ launch }) => {
  test.skip(!hasPdfTools(), "pdftotext and pdfinfo are not on this machine");
  const desktop = await launch();
  const path = join(desktop.documents, "考核.pdf");
  await desktop.answerDialog({ dialog: "save", path });
  const saved = await desktop.page.evaluate(
    (html) =>
      window.jiugong.savePdf({
        suggestedName: "考核.pdf",
        html,
        kind: { label: "PDF", extensions: ["pdf"] },
      }),
    REPORT,
  );
  expect(saved).toEqual({ ok: true, value: { name: "考核.pdf" } });
  const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f");
  expect(pages[0]).toMatch(/华东销售部[\s\S]*季度考核[\s\S]*达成率 98 %[\s\S]*1 ?\/ ?2/);
  expect(pages[1]).toMatch(/华东销售部[\s\S]*团队[\s\S]*九个人[\s\S]*2 ?\/ ?2/);
  expect(pages.join()).not.toContain("a script ran");
  expect(execFileSync("pdfinfo", [path], { encoding: "utf8" })).toMatch(/Tagged: +yes[\s\S]*A4/);
  expect(readFileSync(path, "latin1")).toContain("/Outlines");
  expect((await desktop.look()).windows.length).toBe(1);
});

test("a double-clicked backup reaches the page once it listens", async ({ home, launch }) => {
  const desktop = await launch();
  const path = join(desktop.documents, "九宫.jiugong");
  writeFileSync(path, "backup");
  const opened = desktop.page.evaluate(
    () =>
      new Promise<string>((resolve) => void window.jiugong.listen("fileOpened", ({ name }) => resolve(name))),
  );
  await desktop.openFile(path);
  await desktop.page.evaluate(() => window.jiugong.announceReady(null));
  expect(await opened).toBe("九宫.jiugong");
  expect(home).not.toBe("");
});

function hasPdfTools(): boolean {
  try {
    execFileSync("pdfinfo", ["-v"], { stdio: "ignore" });
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
