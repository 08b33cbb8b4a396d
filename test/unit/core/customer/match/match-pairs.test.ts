import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../../core/base/change.ts";
import type { Change } from "../../../../../core/base/change.ts";
import type { Day } from "../../../../../core/base/day.ts";
import { ok } from "../../../../../core/base/result.ts";
import { callDifferent } from "../../../../../core/customer/match/call-different.ts";
import { companyName } from "../../../../../core/customer/match/company-name.ts";
import { domainKey, phoneKey } from "../../../../../core/customer/match/contact-points.ts";
import { matchPairs, openMatches } from "../../../../../core/customer/match/match-pairs.ts";
import { soundOf } from "../../../../../core/customer/match/sound-of.ts";
import type { TwinTable } from "../../../../../core/customer/records.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import { aBatch } from "../../../../builders/history.ts";
import { emptyBook } from "../../../../builders/import.ts";
import { after } from "../../../../builders/two-crms.ts";

type Fields = Readonly<Record<string, unknown>>;

function bookOf(table: TwinTable, ...records: readonly Fields[]) {
  const facts = records.map((fields, at) => ({
    id: `r${at}`,
    source: at % 2 === 0 ? "fxiaoke" : "zoho",
    ...fields,
  }));
  return after(emptyBook(), ok([putRecords(table, facts as never)] as readonly Change[]));
}

/** What is found about the first two of the records: how certain it is, and why. */
function judged(table: TwinTable, ...records: readonly Fields[]) {
  const pair = matchPairs(bookOf(table, ...records), table, soundOf)[0];
  if (!pair) return null;
  const kinds = [...pair.reasons, ...pair.against].map(({ key }) => key.split(".").at(-1));
  return [pair.certainty, ...kinds];
}

const names = (one: string, two: string, more: Fields = {}, less: Fields = {}) =>
  judged("customers", { name: one, ...more }, { name: two, ...less });

describe("names of companies", () => {
  test.each([
    ["杭州华信科技有限公司", "华信科技（杭州）股份有限公司"],
    ["ＡＣＭＥ　Trading Co., Ltd.", "Acme Trading Limited"],
    ["Siemens AG", "SIEMENS Aktiengesellschaft".replace("Aktiengesellschaft", "GmbH")],
    ["Johnson & Johnson Inc.", "Johnson and Johnson"],
    ["华为技术有限公司", "华为技术【中国】有限公司"],
    ["上海电气集团股份有限公司", "上海市电气集团"],
    ["The Boeing Company", "Boeing"],
    ["宏远實業「集團」", "宏远實業集團"],
  ])("%s is the same as %s", (one, two) => {
    expect(names(one, two)).toEqual(["certain", "name-same"]);
  });

  test("a place that only one name has in front makes it likely: many a city may have one", () => {
    expect(names("华信科技有限公司", "杭州华信科技有限公司")).toEqual(["likely", "name-place"]);
  });

  test("the same name in two cities is two companies", () => {
    expect(names("杭州华信科技有限公司", "上海华信科技有限公司")).toBeNull();
  });

  test("a branch is not its company", () => {
    expect(names("华信科技有限公司", "华信科技有限公司上海分公司")![0]).toBe("possible");
  });

  test("a name in pinyin sounds like the Chinese one", () => {
    expect(names("华信科技有限公司", "Huaxin Keji Co., Ltd.")).toEqual(["possible", "name-sound"]);
  });

  test("names without their form stay names: 集团 alone is one", () => {
    expect(companyName("集团公司").core).toBe("集团公司");
  });

  test("companies with nothing in common are not offered", () => {
    expect(names("华信科技有限公司", "东方机电有限公司")).toBeNull();
  });
});

describe("what else speaks for customers being one", () => {
  test("the same telephone and a similar name is certain", () => {
    expect(
      names(
        "华信科技",
        "华信科技发展有限公司",
        { phone: "+86 571 8888 1234" },
        { phone: "0571-88881234-802" },
      ),
    ).toEqual(["certain", "name-similar", "phone"]);
  });

  test("the same telephone under another name is possible", () => {
    expect(names("华信科技", "东方机电", { phone: "0571-88881234" }, { phone: "0571-88881234" })).toEqual([
      "possible",
      "phone",
    ]);
  });

  test("the same domain makes a name with a place certain", () => {
    const both = [{ email: "a@huaxin.com.cn" }, { website: "https://www.huaxin.com.cn/" }] as const;
    expect(names("华信科技", "杭州华信科技有限公司", ...both)).toEqual(["certain", "name-place", "domain"]);
  });

  test("free mail says nothing", () => {
    expect(names("华信科技", "东方机电", { email: "a@qq.com" }, { email: "b@qq.com" })).toBeNull();
  });

  test("another domain or another city speaks against the same name", () => {
    expect(names("Acme Ltd", "Acme", { website: "acme.com" }, { website: "acme.de" })).toEqual([
      "likely",
      "name-same",
      "other-domain",
    ]);
    expect(names("华信科技", "华信科技", { address: "杭州市文三路" }, { address: "上海市南京路" })).toEqual([
      "possible",
      "name-same",
      "other-place",
    ]);
  });

  test.each([
    ["+86 138-0013-8000", "13800138000"],
    ["0086 571 88881234", "57188881234"],
    ["(0571) 8888 1234 转 802", "57188881234"],
    ["12345", ""],
  ])("the telephone number %s is %s", (text, key) => {
    expect(phoneKey(text)).toBe(key);
  });

  test.each([
    ["HTTP://WWW.Huaxin.com.cn:80/a", "huaxin.com.cn"],
    ["info@mail.acme.de", "acme.de"],
    ["无", ""],
  ])("the domain of %s is %s", (text, key) => {
    expect(domainKey(text)).toBe(key);
  });
});

describe("what is never accepted in one go", () => {
  test("a customer that fits two of the other system", () => {
    const pairs = matchPairs(
      bookOf("customers", { name: "Acme" }, { name: "Acme Ltd" }, { name: "Other" }, { name: "ACME Inc" }),
      "customers",
      soundOf,
    );
    const crossing = pairs.filter(({ isDuplicate }) => !isDuplicate);
    expect(crossing.map(({ certainty, isAmbiguous }) => [certainty, isAmbiguous])).toEqual([
      ["likely", true],
      ["likely", true],
    ]);
  });

  test("two customers of one system with one name: a possible duplicate", () => {
    const pairs = matchPairs(
      bookOf("customers", { name: "Acme" }, { name: "Zenith" }, { name: "ACME Ltd" }),
      "customers",
      soundOf,
    );
    expect(pairs.map(({ certainty, isDuplicate }) => [certainty, isDuplicate])).toEqual([["possible", true]]);
  });

  test("a pair that was called different", () => {
    const book = bookOf("customers", { name: "Acme" }, { name: "Acme Ltd" });
    const [pair] = matchPairs(book, "customers", soundOf);
    const next = after(book, ok(callDifferent([pair!], "2026-03-02" as Day)));
    expect(matchPairs(next, "customers", soundOf)).toEqual([]);
  });
});

describe("deals of one customer", () => {
  const deal = {
    name: "MES 一期",
    customerId: "c",
    category: "open",
    amount: 100_000,
    expectedCloseOn: "2026-03-01",
  };
  const other = { ...deal, name: "MES一期", amount: 100_900, expectedCloseOn: "2026-03-20" };

  test("the same name, nearly the amount and the same month is certain", () => {
    expect(judged("deals", deal, other)).toEqual(["certain", "customer", "name-same", "amount", "close"]);
  });

  test("a similar name is likely", () => {
    expect(judged("deals", deal, { ...other, name: "MES 一期实施" })![0]).toBe("likely");
  });

  test("another amount or a later close is not", () => {
    expect(judged("deals", deal, { ...other, amount: 102_000 })).toBeNull();
    expect(judged("deals", deal, { ...other, name: "一期", expectedCloseOn: "2026-05-01" })).toBeNull();
  });

  test("another customer's deal is another deal", () => {
    expect(judged("deals", deal, { ...deal, customerId: "d" })).toBeNull();
  });
});

test("each of several telephone numbers in one cell is compared", () => {
  const contact = { name: "王芳", customerId: "c", phone: "0571-88881234|138 0013 8000" };
  expect(judged("contacts", contact, { ...contact, phone: "13800138000；010-66668888" })![0]).toBe("certain");
});

test("contacts of one customer: the same name asks, the same name and telephone is certain", () => {
  const contact = { name: "王 芳", customerId: "c", phone: "138 0013 8000" };
  expect(judged("contacts", contact, { name: "王芳", customerId: "c" })![0]).toBe("likely");
  expect(judged("contacts", contact, { ...contact, name: "王芳" })![0]).toBe("certain");
});

test("orders of one customer: the number and amount are certain, amount and day are likely", () => {
  const order = { number: "SO-7", customerId: "c", on: "2026-03-01", amount: 500 };
  expect(judged("orders", order, { ...order, number: "so 7" })![0]).toBe("certain");
  expect(judged("orders", order, { ...order, number: "" })![0]).toBe("likely");
  expect(judged("orders", order, { ...order, number: "", on: "2026-03-02" })).toBeNull();
});

describe("what is counted at home", () => {
  const twoBatches = putRecords("batches", [
    aBatch("b1", { source: "fxiaoke" }),
    aBatch("b2", { source: "zoho" }),
  ]);
  const waiting = (...records: readonly Fields[]) =>
    runToEnd(openMatches(after(bookOf("customers", ...records), ok([twoBatches]))));

  test("are pairs that are certain or likely", () => {
    expect(waiting({ name: "Acme" }, { name: "Acme Ltd" })).toBe(1);
    expect(waiting({ name: "华信科技有限公司" }, { name: "杭州华信科技有限公司" })).toBe(1);
    expect(waiting({ name: "华信科技有限公司" }, { name: "华信科技有限公司上海分公司" })).toBe(0);
  });

  test("is nothing where one system was imported", () => {
    expect(runToEnd(openMatches(bookOf("customers", { name: "Acme" }, { name: "Acme Ltd" })))).toBe(0);
  });

  test("are no pairs of one system", () => {
    const acme = { name: "Acme", source: "zoho" };
    expect(waiting(acme, acme)).toBe(0);
  });
});
