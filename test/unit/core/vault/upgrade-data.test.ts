import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION, UPGRADE_STEPS, upgradeData } from "../../../../core/vault/upgrades/upgrade-data.ts";
import type { UpgradeStep } from "../../../../core/vault/upgrades/upgrade-data.ts";

const log =
  (name: string): UpgradeStep =>
  (pieces) => [...pieces, name];
const STEPS = [log("1 to 2"), log("2 to 3")];

describe("upgrading data", () => {
  it("takes every step from the data's own schema on, in order", () => {
    expect(upgradeData([], 1, STEPS)).toEqual(["1 to 2", "2 to 3"]);
    expect(upgradeData([], 2, STEPS)).toEqual(["2 to 3"]);
  });

  it("leaves data of the newest schema as it is", () => {
    const pieces = [{ table: "members" }];
    expect(upgradeData(pieces, 3, STEPS)).toBe(pieces);
  });

  it("throws at a schema that there never was", () => {
    expect(() => upgradeData([], 0, STEPS)).toThrow(RangeError);
    expect(() => upgradeData([], 4, STEPS)).toThrow(RangeError);
  });

  it("counts the schema by its steps", () => {
    expect(SCHEMA_VERSION).toBe(UPGRADE_STEPS.length + 1);
  });
});
