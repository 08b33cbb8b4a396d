import { expect, test } from "./storage-test.ts";

// Browsers are started many times here; a busy machine needs its time.
test.describe.configure({ timeout: 180_000 });

test("after kill -9 in mid-write every acknowledged commit is there, three times over", async ({
  stored,
}) => {
  const acknowledged: string[] = [];
  const first = await stored.page();
  await first.evaluate(async () => {
    await window.storage.open();
    await window.storage.create();
    await window.storage.close();
  });
  for (const round of [1, 2, 3]) {
    const page = await stored.restart();
    await page.exposeFunction("acknowledge", (id: string) => void acknowledged.push(id));
    expect((await page.evaluate(() => window.storage.open())).outcome).toBe("open");
    const writing = page.evaluate(async (prefix) => {
      const { acknowledge } = window as unknown as { acknowledge(id: string): Promise<void> };
      for (let count = 0; ; count += 1) {
        const id = `${prefix}-${count}`;
        if ((await window.storage.putSkill(id)).ok) void acknowledge(id);
        if (count % 20 === 0) await window.storage.putOrders(700, count * 700);
      }
    }, `r${round}`);
    writing.catch(() => undefined);
    await expect
      .poll(() => acknowledged.filter((id) => id.startsWith(`r${round}`)).length)
      .toBeGreaterThan(30);
    await new Promise((resolve) => setTimeout(resolve, 137 * round));
    await stored.kill();
    const again = await stored.page();
    expect((await again.evaluate(() => window.storage.open())).outcome).toBe("open");
    const skills = await again.evaluate(() => window.storage.skills());
    expect(skills).toEqual(expect.arrayContaining(acknowledged));
    expect((await again.evaluate(() => window.storage.putSkill("between"))).ok).toBe(true);
  }
  const last = await stored.restart();
  expect(await last.evaluate(() => window.storage.open())).toEqual({ outcome: "open", said: [] });
  expect(await last.evaluate(() => window.storage.skills())).toEqual(
    expect.arrayContaining([...acknowledged]),
  );
});
