import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../../core/vault/upgrades/upgrade-data.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { SETTINGS, smallWorkspace, standing } from "./build-workspace.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (of: string) => new TextEncoder().encode(of);
const file = () => writeWorkspaceFile({ ...standing, workspace: smallWorkspace(), journal: [] });
const refusal = (of: Uint8Array) => {
  const read = readWorkspaceFile(of);
  return read.ok ? "taken" : read.error[0]!.message.key;
};

describe("a backup file", () => {
  it("is read back as the same workspace and standing", () => {
    const read = readWorkspaceFile(file());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.workspace).toEqual(smallWorkspace());
    expect(read.value.head).toMatchObject({ ...standing, schema: SCHEMA_VERSION });
  });

  it("has the same bytes when the same state is written twice", () => {
    expect(file()).toEqual(file());
  });

  it("is one JSON document that any program can read", () => {
    const document = JSON.parse(text(file()));
    expect(document.format).toBe("jiugong-workspace");
    expect(document.data[0].rows[0]).toEqual(SETTINGS);
  });

  it("is still read when another program has laid it out anew", () => {
    const pretty = bytes(JSON.stringify(JSON.parse(text(file())), null, 2));
    expect(refusal(pretty)).toBe("taken");
  });

  it("is refused as damaged wherever one byte is flipped after the format's name", () => {
    const whole = file();
    const fates = new Set<string>();
    for (let at = 30; at < whole.length; at += 1) {
      const copy = whole.slice();
      copy[at]! ^= 1;
      fates.add(refusal(copy));
    }
    expect(fates.has("taken")).toBe(false);
  });

  it("is refused as damaged wherever it is cut off", () => {
    const whole = file();
    for (let length = 40; length < whole.length - 1; length += 7) {
      expect(refusal(whole.slice(0, length))).toBe("vault.file.damaged");
    }
  });

  it("is refused as newer when its schema is, whatever else it holds", () => {
    const strange = { counts: { dreams: 3 }, data: [{ dreams: [1] }] };
    const newer = { ...JSON.parse(text(file())), schema: SCHEMA_VERSION + 1, ...strange };
    expect(refusal(bytes(JSON.stringify(newer)))).toBe("vault.file.newer");
  });

  it("is refused as not ours when it is another JSON, text or picture", () => {
    expect(refusal(bytes('{"format":"other","data":[]}'))).toBe("vault.file.foreign");
    expect(refusal(bytes("姓名,金额\n王伟,100\n"))).toBe("vault.file.foreign");
    expect(refusal(Uint8Array.of(137, 80, 78, 71, 13, 10))).toBe("vault.file.foreign");
    expect(refusal(new Uint8Array())).toBe("vault.file.foreign");
  });
});
