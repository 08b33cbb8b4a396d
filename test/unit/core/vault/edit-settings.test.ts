import { describe, expect, it } from "vitest";
import { editSettings } from "../../../../core/vault/edit-settings.ts";
import { SETTINGS } from "./build-workspace.ts";

describe("editing the settings", () => {
  it("writes only what differs", () => {
    const edited = editSettings(SETTINGS, { name: " 华北 ", salesBasis: "won" });
    expect(edited).toEqual({
      ok: true,
      value: [{ op: "set", table: "settings", id: "workspace", fields: { name: "华北" } }],
    });
  });

  it("refuses an empty name and names the field", () => {
    const edited = editSettings(SETTINGS, { name: "  " });
    expect(!edited.ok && edited.error[0]?.field).toBe("name");
  });

  it("refuses a duty limit that is no whole number from 1 to 99", () => {
    for (const dutyLimit of [0, 100, 1.5, NaN]) {
      expect(editSettings(SETTINGS, { dutyLimit }).ok).toBe(false);
    }
    expect(editSettings(SETTINGS, { dutyLimit: 99 }).ok).toBe(true);
  });
});
