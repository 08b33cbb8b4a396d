import type { BackupListing } from "../../../core/bridge/backup-contract.ts";
import { expect, test } from "./storage-test.ts";

/* The copies that a browser makes by itself, and what becomes of a workspace whose quota is used up. */

test("a browser's copies are read back, rotated, told apart from altered ones, and go on in a folder of choice after a restart", async ({
  stored,
}) => {
  let page = await stored.page();
  await page.evaluate(() => window.storage.open());
  await page.evaluate(() => window.storage.create());
  await page.evaluate(() => window.storage.followBackups());
  for (let number = 1; number <= 11; number += 1) {
    await page.evaluate((id) => window.storage.putSkill(id), `s${number}`);
    const state = await page.evaluate(() => window.storage.backUp());
    expect(state).toMatchObject({ problem: null, last: { sequence: number + 1, total: number + 1 } });
  }
  const copies = () => page.evaluate(() => window.storage.copies()) as Promise<readonly BackupListing[]>;
  const listed = await copies();
  expect(listed.map(({ head }) => head?.total)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(listed.every(({ isVerified }) => isVerified)).toBe(true);

  await page.evaluate((name) => window.storage.spoilCopy(name), listed[9]!.name);
  expect((await copies()).filter(({ isVerified }) => !isVerified).map(({ name }) => name)).toEqual([
    listed[9]!.name,
  ]);

  const chosen = await page.evaluate(() => window.storage.chooseFolder("usb"));
  expect(chosen).toMatchObject({ folder: "usb", problem: null });
  page = await stored.restart();
  await page.evaluate(() => window.storage.open());
  await page.evaluate(() => window.storage.putSkill("s12"));
  await page.evaluate(() => window.storage.followBackups());
  expect(await page.evaluate(() => window.storage.backUp())).toMatchObject({ folder: "usb", problem: null });
  const [newest, older] = await copies();
  expect([newest?.head?.total, older?.head?.total]).toEqual([13, 12]);
  expect(await page.evaluate((name) => window.storage.restoreCopy(name), older!.name)).toMatchObject({
    ok: true,
  });
  expect(await page.evaluate(() => window.storage.skills())).toHaveLength(11);

  await page.evaluate(() => window.storage.answerPermission("prompt"));
  expect(await copies()).toBe("vault.auto.problem.no-permission");
  expect(await page.evaluate(() => window.storage.reachFolder())).toBe("usb");
  expect(await copies()).toHaveLength(2);
  await page.evaluate(() => indexedDB.deleteDatabase("jiugong-folder"));
  page = await stored.restart();
  await page.evaluate(() => window.storage.open());
  await page.evaluate(() => window.storage.followBackups());
  expect(await page.evaluate(() => window.storage.backUp())).toMatchObject({
    folder: "usb",
    problem: "forgotten",
  });
  expect(await page.evaluate(() => window.storage.chooseFolder("usb"))).toMatchObject({ problem: null });
});

test("a quota that is used up is told within two seconds; nothing acknowledged is lost, and work goes on when there is room", async ({
  stored,
}) => {
  let page = await stored.page();
  await page.evaluate(() => window.storage.open());
  await page.evaluate(() => window.storage.create());
  await page.evaluate(() => window.storage.putSkill("s1"));
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });

  // Small enough that nobody asks for room before it is written.
  const PART = 1500;
  let [orders, tookMs, status] = [0, 0, "saved"];
  for (let part = 0; part < 30 && status === "saved"; part += 1) {
    const startMs = Date.now();
    const saved = await page.evaluate(([count, from]) => window.storage.putOrders(count, from), [
      PART,
      part * PART,
    ] as const);
    tookMs = Date.now() - startMs;
    if (saved.ok) orders += PART;
    status = await page.evaluate(() => window.storage.status());
  }
  expect(["not-saved", "behind"]).toContain(status);
  expect(tookMs).toBeLessThan(2000);
  expect(await page.evaluate(() => window.storage.orders())).toBe(orders);

  await session.send("Storage.overrideQuotaForOrigin", { origin });
  expect((await page.evaluate(() => window.storage.retry())).ok).toBe(true);
  expect((await page.evaluate(() => window.storage.putSkill("after"))).ok).toBe(true);
  page = await stored.restart();
  expect((await page.evaluate(() => window.storage.open())).outcome).toBe("open");
  expect(await page.evaluate(() => window.storage.skills())).toEqual(["s1", "after"]);
  expect(await page.evaluate(() => window.storage.orders())).toBe(orders);
  await page.evaluate(() => window.storage.putSkill("later"));
  page = await stored.restart();
  expect((await page.evaluate(() => window.storage.open())).outcome).toBe("open");
  expect(await page.evaluate(() => window.storage.skills())).toEqual(["s1", "after", "later"]);
  expect(await page.evaluate(() => window.storage.orders())).toBe(orders);
});
