import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  bilingualSchema,
  daySchema,
  idSchema,
  lineSchema,
  moneySchema,
  periodIdSchema,
  ppmSchema,
  subjectKeySchema,
  textSchema,
} from "../../../../core/base/schema.ts";
import { settingsSchema } from "../../../../core/base/settings.ts";

function accepts(schema: z.ZodType, values: readonly unknown[]): readonly boolean[] {
  return values.map((value) => schema.safeParse(value).success);
}

describe("the pieces of record schemas", () => {
  it("take ids of 1 to 200 characters", () => {
    expect(accepts(idSchema(), ["a", "x".repeat(200), "", "x".repeat(201), 1])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("bound what a person may type", () => {
    expect(accepts(lineSchema, ["", "x".repeat(200), "x".repeat(201)])).toEqual([true, true, false]);
    expect(accepts(textSchema, ["x".repeat(20_000), "x".repeat(20_001)])).toEqual([true, false]);
    expect(accepts(bilingualSchema, [{ zh: "甲", en: "" }, { zh: "甲" }])).toEqual([true, false]);
  });

  it("take days and periods that exist", () => {
    expect(accepts(daySchema, ["2024-02-29", "2023-02-29", 20240229, null])).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(accepts(periodIdSchema, ["2024", "2024-Q4", "2024-12", "2024-Q5"])).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("take money and rates as whole, exact numbers", () => {
    const values = [0, -5, 0.5, 2 ** 53, Number.NaN, "5"];
    expect(accepts(moneySchema, values)).toEqual([true, true, false, false, false, false]);
    expect(accepts(ppmSchema, values)).toEqual([true, true, false, false, false, false]);
  });

  it("take subjects that can be read back", () => {
    expect(accepts(subjectKeySchema, ["team", "member:m1", "member:", "boss"])).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the settings", () => {
  const settings = settingsSchema.parse({
    id: "workspace",
    name: "华东团队",
    currency: "CNY",
    fiscalStart: 4,
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 6,
  });

  it("are one row with a currency of three capitals and a month as fiscal start", () => {
    const wrong = [
      { id: "other" },
      { currency: "cny" },
      { fiscalStart: 13 },
      { fiscalStart: 1.5 },
      { dutyLimit: 0 },
    ];
    expect(accepts(settingsSchema, [settings, ...wrong.map((part) => ({ ...settings, ...part }))])).toEqual([
      true,
      ...wrong.map(() => false),
    ]);
  });
});
