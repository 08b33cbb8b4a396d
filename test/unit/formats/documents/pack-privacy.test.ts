import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { nameMask } from "../../../../core/review/pack/name-mask.ts";
import type { Member } from "../../../../core/team/records.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import { PACK_SECTIONS } from "../../../../core/review/quarter-pack.ts";
import type { PackChoice } from "../../../../core/review/quarter-pack.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { sampleWorkspace } from "../../../../core/vault/sample/sample-workspace.ts";
import { everythingIn, packFiles } from "../../../builders/pack-files.ts";

const STAMP = "000000000-0000-sample" as Stamp;
const TODAY = "2026-11-23";
const FORMATS = ["html", "json", "docx", "xlsx"] as const;
const sample = sampleWorkspace(TODAY as never, STAMP);

/** An amount that stands nowhere else, and how any format may say it. */
const AMOUNT = 8_147_253;
const SAID = ["8147253", "81,472.53", "81472.53", "8.15 万"];
const paid = applyChanges(
  sample,
  [
    putRecords("payAdjustments", [
      {
        id: "a1",
        memberId: "m-li-min" as MemberId,
        periodId: "2026-Q4" as never,
        kind: "bonus",
        amount: AMOUNT as never,
        reason: "年度特别奖",
        on: "2026-11-02" as never,
      },
    ]),
    putRecords("rewardBudgets", [
      { id: "2026-Q4|travel", periodId: "2026-Q4" as never, kind: "travel", amount: AMOUNT as never },
    ]),
    putRecords("recognitions", [
      {
        id: "r1",
        kind: "badge",
        memberId: "m-li-min" as MemberId,
        on: "2026-11-03" as never,
        title: "回访之星",
        reason: "",
        cost: AMOUNT as never,
      },
    ]),
  ],
  STAMP,
);
const team = { subject: { kind: "team" }, sections: PACK_SECTIONS, withPay: false } as const;
const liMin = { ...team, subject: { kind: "member", id: "m-li-min" as MemberId } } as const;

async function textsOf(choice: PackChoice, workspace = paid) {
  const files = await packFiles(workspace, { choice, quarter: "2026-Q4", today: TODAY });
  return FORMATS.map((format) => ({ format, text: everythingIn(files[format]) }));
}

const saysPay = ({ text }: { readonly text: string }) => SAID.some((said) => text.includes(said));

describe.each([
  ["team", team],
  ["member", liMin],
] as const)("a pack of a %s", (_, choice) => {
  test("with pay says what was paid, in every format", async () => {
    const texts = await textsOf({ ...choice, withPay: true });
    expect(texts.filter(saysPay).map(({ format }) => format)).toEqual(FORMATS);
  });

  test("without pay holds no amount of pay in any byte of any format, and no reason for one", async () => {
    const texts = await textsOf(choice);
    expect(texts.filter(saysPay).map(({ format }) => format)).toEqual([]);
    expect(texts.filter(({ text }) => text.includes("年度特别奖")).map(({ format }) => format)).toEqual([]);
    expect(texts.filter(({ text }) => text.includes("pay-")).map(({ format }) => format)).toEqual([]);
  });

  test("without pay still says who was recognised", async () => {
    const texts = await textsOf(choice);
    expect(texts.every(({ text }) => text.includes("回访之星"))).toBe(true);
  });
});

const WRITTEN = new Map(
  [
    { id: "m1", order: 1, name: "王芳" },
    { id: "m2", order: 2, name: "Wang Fang", email: "Wang.Fang@corp.cn" },
    { id: "m3", order: 3, name: "Al" },
  ].map((one) => [one.id, { ...one, aliases: [] } as unknown as Member] as const),
);

describe("a masked pack", () => {
  const masked = { ...team, withPay: true, maskedAs: "成员 " } as const;
  const names = [...sample.rows.members.values()].flatMap(({ id, name, email, aliases }) => [
    id as string,
    name,
    ...(email === undefined ? [] : [email]),
    ...aliases,
  ]);

  test("names nobody in any byte of any format, not by id either", async () => {
    const texts = await textsOf(masked);
    const found = texts.flatMap(({ format, text }) =>
      names.filter((name) => text.includes(name)).map((name) => `${format}: ${name}`),
    );
    expect(found).toEqual([]);
    expect(texts.every(({ text }) => text.includes("成员 1"))).toBe(true);
  });

  test("says a number in the place of an id that a file without ids made of an owner, and its line still", async () => {
    const batch = { ...[...sample.rows.batches.values()][0]!, id: "b-1", fileName: "无编号.csv" };
    const orders = factsOf(sample, "orders").map((order, at) => ({
      ...order,
      id: `generic:orders:~远山|${order.ownerName}|${order.on}|${at}`,
      batchId: "b-1",
      line: 7_000_000 + at,
    }));
    const changes = [putRecords("batches", [batch]), putRecords("orders", orders)];
    const texts = await textsOf(masked, applyChanges(paid, changes, STAMP));
    const xlsx = texts.find(({ format }) => format === "xlsx")!.text;
    expect(texts.filter(({ text }) => text.includes("orders:~"))).toEqual([]);
    expect([xlsx.includes("record-1"), xlsx.includes("无编号.csv"), xlsx.includes("70000")]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each([
    ["WANG FANG 跟进", "成员 2 跟进"],
    ["wang.fang@corp.cn", "成员 2"],
    ["请王 芳跟进", "请成员 1跟进"],
    ["Ｗａｎｇ Ｆａｎｇ：跟进", "成员 2：跟进"],
    ["Wang Fangs", "Wang Fangs"],
    ["Ａl", "成员 3"],
  ])("knows %s however it is written", (text, said) => {
    expect(nameMask(WRITTEN, "成员 ").text(text)).toBe(said);
  });

  test("of one member says a number in the place of the name", async () => {
    const texts = await textsOf({ ...liMin, maskedAs: "成员 " });
    expect(texts.filter(({ text }) => text.includes("李敏")).map(({ format }) => format)).toEqual([]);
  });

  test("hides the name in the manager's own words and in the name of an imported file", async () => {
    const batches = [...sample.rows.batches.values()].map((one) => ({
      ...one,
      fileName: `李敏_${one.fileName}`,
    }));
    const text = "李敏这个季度很稳。";
    const said = { id: "2026-Q4|team", periodId: "2026-Q4" as never, subject: "team" as never, text };
    const workspace = applyChanges(
      paid,
      [putRecords("batches", batches), putRecords("commentaries", [said])],
      STAMP,
    );
    const texts = await textsOf(masked, workspace);
    expect(texts.filter(({ text: all }) => all.includes("李敏")).map(({ format }) => format)).toEqual([]);
    expect(texts.every(({ text: all }) => all.includes("这个季度很稳"))).toBe(true);
  });
});

describe("a member named like a formula", () => {
  const name = '=HYPERLINK("http://evil","王芳")';
  const member = { ...sample.rows.members.get("m-wang-fang")!, name };
  const workspace = applyChanges(paid, [putRecords("members", [member])], STAMP);

  test("stays text in every format", async () => {
    const texts = await textsOf({ ...team, withPay: true }, workspace);
    expect(texts.every(({ text }) => text.includes("HYPERLINK"))).toBe(true);
    expect(
      texts.filter(({ text }) => /<(\w+:)?f>[^<]*HYPERLINK/.test(text)).map(({ format }) => format),
    ).toEqual([]);
    expect(texts.filter(({ text }) => /<a [^>]*evil|Target="http:\/\/evil/.test(text))).toEqual([]);
  });
});
