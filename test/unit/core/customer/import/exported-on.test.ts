import { expect, test } from "vitest";
import { exportedOn } from "../../../../../core/customer/import/exported-on.ts";

test.each([
  ["Deals_2026_01_26.csv", "2026-01-26"],
  ["Deals__2026_01_26.csv", "2026-01-26"],
  ["商机2.0对象导出结果_20221011.xlsx", "2022-10-11"],
  ["客户对象导出结果_20221011153045.xlsx", "2022-10-11"],
  ["orders 2026-03-09 (1).csv", "2026-03-09"],
  ["2025_Deals_2026_01_26.csv", "2026-01-26"],
  ["2025-12-31 to 2026-01-31.csv", "2026-01-31"],
])("%s was written on %s", (name, on) => {
  expect(exportedOn(name)).toBe(on);
});

test.each(["deals.csv", "2026.csv", "Deals_2026_02_30.csv", "zcrm_3652397000001763003.csv", "Data_001.zip"])(
  "%s names no day",
  (name) => {
    expect(exportedOn(name)).toBeNull();
  },
);
