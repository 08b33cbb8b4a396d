import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LedgerLog } from "../../../../core/vault/ledger-log.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import type { Fault } from "../../../builders/memory-folder.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);
const open = async (
  folder: MemoryFolder,
  part: "head" | "all" = "all",
  log = new LedgerLog(folder, sha256),
) => {
  const contents = await log.read(part);
  const { sequence, damage } = contents;
  const snapshot = contents.snapshot && text(contents.snapshot);
  return { log, sequence, damage, snapshot, entries: contents.entries.map(text) };
};

async function folderWith(...entries: readonly string[]): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  const { log } = await open(folder);
  await log.compact(bytes("S0"), 0, "snapshot");
  for (const entry of entries) await log.append(bytes(entry));
  return folder;
}

const segment = (folder: MemoryFolder) =>
  folder.files.get([...folder.files.keys()].findLast((name) => name.endsWith("segment"))!)!;

describe("the ledger's log", () => {
  it("gives back the snapshot and the entries after it", async () => {
    const found = await open(await folderWith("e1", "e2"));
    expect(found).toMatchObject({ snapshot: "S0", entries: ["e1", "e2"], damage: [] });
  });

  it("has nothing in an empty folder, and no damage", async () => {
    expect(await open(new MemoryFolder())).toMatchObject({ snapshot: null, entries: [], damage: [] });
  });

  it("begins anew after a snapshot and keeps the one before", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    for (const count of [1, 2, 3]) await log.compact(bytes(`S${count}`), count, "snapshot");
    await log.append(bytes("e4"));
    expect(await open(folder)).toMatchObject({ sequence: 3, snapshot: "S3", entries: ["e4"], damage: [] });
    expect([...folder.files.keys()].filter((name) => name.endsWith("snapshot"))).toHaveLength(2);
  });

  it("falls back on the snapshot before a damaged one, with all entries since", async () => {
    const folder = await folderWith("e1", "e2");
    const { log } = await open(folder);
    await log.compact(bytes("S2"), 2, "snapshot");
    await log.append(bytes("e3"));
    folder.files.get("00000002.snapshot")!.seen[69]! ^= 1;
    expect(await open(folder)).toMatchObject({
      snapshot: "S0",
      entries: ["e1", "e2", "e3"],
      damage: ["snapshot 00000002.segment"],
    });
  });

  it("passes over a torn tail wherever it is cut, and goes on after it", async () => {
    const whole = segment(await folderWith("e1", "entry two")).seen;
    for (let length = 68 + 42 + 1; length < whole.length; length += 1) {
      const folder = await folderWith("e1", "entry two");
      segment(folder).seen = whole.slice(0, length);
      const { log, entries, damage } = await open(folder);
      expect({ entries, damage }).toEqual({ entries: ["e1"], damage: ["torn 00000001.segment"] });
      await log.append(bytes("e3"));
      expect(await open(folder)).toMatchObject({ entries: ["e1", "e3"], damage: [] });
    }
  });

  it("notices a flipped bit anywhere in the entries", async () => {
    const whole = segment(await folderWith("e1", "e2", "e3")).seen;
    for (let at = 68; at < whole.length; at += 1) {
      const folder = await folderWith("e1", "e2", "e3");
      segment(folder).seen[at]! ^= 4;
      const found = await open(folder);
      expect(["e1", "e2", "e3"].slice(0, found.entries.length)).toEqual(found.entries);
      expect(found.damage).toEqual([
        found.entries.length < 2 ? "broken 00000001.segment 3" : "torn 00000001.segment",
      ]);
    }
  });

  it("appends nothing after broken entries until a new snapshot is written", async () => {
    const folder = await folderWith("e1", "e2");
    segment(folder).seen[75]! ^= 1;
    const { log } = await open(folder);
    expect(await log.append(bytes("e3"))).toEqual({ ok: false, error: "not-saved" });
    await log.compact(bytes("S2"), 2, "snapshot");
    expect(await log.append(bytes("e3"))).toEqual({ ok: true, value: null });
    expect(await open(folder)).toMatchObject({ snapshot: "S2", entries: ["e3"], damage: [] });
  });

  it("writes nothing while reading", async () => {
    const folder = await folderWith("e1");
    folder.failAt(new Map());
    await open(folder);
    expect(folder.calls.filter((call) => !["list", "open", "size", "read"].includes(call))).toEqual([]);
  });

  it("keeps five states that were put aside, newest first, and no snapshot is lost to them", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    for (let count = 1; count <= 7; count += 1) await log.compact(bytes(`K${count}`), count, "kept");
    await log.compact(bytes("S8"), 8, "snapshot");
    const kept = await log.kept();
    expect(kept.map(({ sequence }) => sequence)).toEqual([7, 6, 5, 4, 3]);
    expect(text((await log.readKept(kept[0]!.number))!)).toBe("K7");
    expect(await open(folder)).toMatchObject({ snapshot: "S8", entries: [] });
  });

  it("leaves nothing of what was before when a state is to stand alone", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    await log.compact(bytes("K1"), 1, "kept");
    await log.compact(bytes("S2"), 2, "snapshot");
    await log.compact(bytes("S3"), 3, "alone");
    await log.append(bytes("e4"));
    expect(await log.kept()).toEqual([]);
    const files = (await folder.list()).filter((name) => /snapshot|segment|kept/.test(name));
    expect(files.length).toBe(2);
    expect(await open(folder)).toMatchObject({ snapshot: "S3", entries: ["e4"] });
  });

  it("goes on after a snapshot that failed at any one call, as if it had not been tried", async () => {
    for (const fault of ["before", "half", "after"] as const) {
      for (let at = 0; at < 40; at += 1) {
        const folder = await folderWith("e1");
        const { log } = await open(folder);
        folder.failAt(new Map([[at, fault]]));
        const { ok } = await log.compact(bytes("e1"), 1, "snapshot");
        folder.failAt(new Map());
        expect({ at, fault, said: await log.append(bytes("e2")) }).toMatchObject({ said: { ok: true } });
        folder.cutPower();
        const found = await open(folder);
        expect([found.snapshot, ...found.entries]).toEqual(ok ? ["e1", "e2"] : ["S0", "e1", "e2"]);
      }
    }
  });

  it("takes more again once it was read anew after a fault that could not be taken back", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    await log.append(bytes("e2"));
    folder.failAt(new Map([[1, "before"]]));
    expect(await log.append(bytes("e3"))).toEqual({ ok: false, error: "unknown" });
    expect(await log.compact(bytes("S2"), 2, "kept")).toEqual({ ok: false, error: "unknown" });
    await log.read("head");
    expect((await log.append(bytes("e4"))).ok).toBe(true);
  });

  it("goes on over a torn tail that a later segment does not count", async () => {
    const folder = await folderWith("e1");
    const torn = segment(folder);
    torn.seen = Uint8Array.from([...torn.seen, 7, 7, 7, 7, 7]);
    const { log } = await open(folder);
    await log.compact(bytes("S1"), 1, "snapshot");
    await log.append(bytes("e2"));
    folder.files.get("00000002.snapshot")!.seen[69]! ^= 1;
    expect(await open(folder)).toMatchObject({
      snapshot: "S0",
      entries: ["e1", "e2"],
      damage: ["snapshot 00000002.segment", "torn 00000001.segment"],
    });
  });

  it("tells up to which change it once went where an older snapshot does not lead there", async () => {
    const folder = await folderWith("e1", "e2");
    const { log } = await open(folder);
    await log.compact(bytes("S2"), 2, "snapshot");
    for (const entry of ["e3", "e4"]) await log.append(bytes(entry));
    folder.files.get("00000002.snapshot")!.seen[69]! ^= 1;
    folder.files.get("00000001.segment")!.seen.set([0], 68 + 42 + 10);
    const { entries, damage } = await open(folder);
    expect(entries).toEqual(["e1"]);
    expect(damage.at(-1)).toBe("broken 00000001.segment 4");
  });

  it("tells of a whole other state that a damaged snapshot held, although no entry is missing", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    await log.compact(bytes("another"), 2, "snapshot");
    folder.files.get("00000002.snapshot")!.seen[69]! ^= 1;
    expect(await open(folder)).toMatchObject({
      entries: ["e1"],
      damage: ["snapshot 00000002.segment", "broken 00000002.segment 2"],
    });
  });

  it("does not let an entry back in that it said was not saved", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    await log.append(bytes("e2"));
    const from = folder.calls.length;
    folder.failAt(new Map([[0, "after"]]));
    expect(from).toBeGreaterThan(0);
    expect(await log.append(bytes("e3"))).toEqual({ ok: false, error: "not-saved" });
    folder.cutPower();
    expect((await open(folder)).entries).toEqual(["e1", "e2"]);
  });

  it("goes on after a read that the disk refused halfway", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    folder.failAt(new Map([[3, "before"]]));
    await expect(log.read("all")).rejects.toThrow("failed");
    expect((await log.append(bytes("e2"))).ok).toBe(true);
    expect((await open(folder)).entries).toEqual(["e1", "e2"]);
  });

  it("says what became of an entry whose flush failed", async () => {
    const folder = await folderWith("e1");
    const { log } = await open(folder);
    await log.append(bytes("e2"));
    folder.failAt(new Map([[1, "before"]]));
    expect(await log.append(bytes("e3"))).toEqual({ ok: false, error: "unknown" });
    expect(await log.append(bytes("e4"))).toEqual({ ok: false, error: "unknown" });
    expect(await open(folder)).toMatchObject({
      entries: ["e1", "e2", "e3"],
      damage: ["settled-in 00000001.segment"],
    });
    folder.cutPower();
    expect(await open(folder)).toMatchObject({
      entries: ["e1", "e2"],
      damage: ["settled-out 00000001.segment"],
    });
  });
});

describe("a state that stands alone", () => {
  const holding = async (folder: MemoryFolder) =>
    [...folder.files].filter(([, { seen }]) => text(seen).includes("Ann")).map(([name]) => name);

  /** Files before and after somebody was erased, who is in a snapshot, in an entry and in a state put aside. */
  async function erasing(remove: (folder: MemoryFolder) => MemoryFolder["remove"]) {
    const folder = await folderWith("Ann 1");
    const { log } = await open(folder);
    await log.compact(bytes("Ann 2"), 1, "kept");
    await log.compact(bytes("Ann 3"), 1, "snapshot");
    const real = folder.remove.bind(folder);
    folder.remove = remove(folder);
    expect((await log.compact(bytes("nobody"), 2, "alone")).ok).toBe(true);
    return { folder, log, letGo: () => void (folder.remove = real) };
  }

  const busy = () => async () => Promise.reject(new Error("EBUSY"));

  it("offers nothing of before and says what could not be removed, as long as it cannot", async () => {
    const { folder, log } = await erasing(busy);
    const names = ["00000001.segment", "00000002.kept", "00000003.snapshot"];
    expect(await holding(folder)).toEqual(names);
    expect(await log.kept()).toEqual([]);
    expect(await log.readKept(2)).toBe(null);
    expect(await log.check()).toEqual(expect.arrayContaining(names.map((name) => `left ${name}`)));
    expect((await open(folder)).damage).toContain("left 00000002.kept");
  });

  it("is finished by the next start, also where the app was killed before it removed anything", async () => {
    const { folder, letGo } = await erasing(busy);
    letGo();
    expect(await open(folder, "head")).toMatchObject({ snapshot: "nobody", damage: [] });
    expect(await holding(folder)).toEqual([]);
  });

  it("is finished by the next snapshot, and remembered for as many as it takes", async () => {
    const { folder, log, letGo } = await erasing(busy);
    for (const count of [3, 4, 5]) await log.compact(bytes(`S${count}`), count, "snapshot");
    expect((await holding(folder)).length).toBe(3);
    letGo();
    await log.compact(bytes("S6"), 6, "snapshot");
    expect(await holding(folder)).toEqual([]);
    expect((await open(folder)).damage).toEqual([]);
  });

  it("lets what was put aside after it stay", async () => {
    const { folder, log, letGo } = await erasing(busy);
    await log.compact(bytes("K3"), 3, "kept");
    letGo();
    const again = await open(folder);
    expect((await again.log.kept()).map(({ sequence }) => sequence)).toEqual([3]);
    expect(await holding(folder)).toEqual([]);
  });

  it.each(["the app was killed", "the power was cut"])(
    "is there with nothing of before after the next start, or not there at all, wherever %s",
    async (what) => {
      for (let at = 0; at < 60; at += 1) {
        const folder = await folderWith("Ann 1");
        const { log } = await open(folder);
        await log.compact(bytes("Ann 2"), 1, "kept");
        folder.failAt(new Map(Array.from({ length: 200 }, (_, call) => [at + call, "before"] as const)));
        const { ok } = await log.compact(bytes("nobody"), 2, "alone");
        folder.failAt(new Map());
        if (what === "the power was cut") folder.cutPower();
        const found = await open(folder, "head");
        expect(ok && found.snapshot !== "nobody").toBe(false);
        expect(await holding(folder)).toEqual(
          found.snapshot === "nobody" ? [] : ["00000001.segment", "00000002.kept"],
        );
        expect((await found.log.append(bytes("e"))).ok).toBe(true);
      }
    },
  );

  it("takes nothing away while its own snapshot is damaged: what was before is all there is", async () => {
    const { folder, letGo } = await erasing(busy);
    letGo();
    folder.files.get("00000004.snapshot")!.seen[69]! ^= 1;
    expect((await open(folder, "all")).snapshot).toBe("Ann 3");
    expect((await holding(folder)).length).toBe(3);
  });
});

interface Step {
  readonly do: "append" | "compact" | "reopen" | "reload" | "power";
}

const stepArb = fc.array(
  fc.record<Step>({
    do: fc.constantFrom("append", "append", "append", "compact", "reopen", "reload", "power"),
  }),
  { minLength: 3, maxLength: 14 },
);
const faultArb = fc.dictionary(fc.nat(140).map(String), fc.constantFrom<Fault>("before", "after", "half"), {
  maxKeys: 4,
});

/** Runs the steps on a failing disk; what may be found is the acknowledged entries,
 * with or without one whose fate was said to be unknown. A snapshot is the list of entries as text. */
async function runOnFailingDisk(steps: readonly Step[], faults: Readonly<Record<string, Fault>>) {
  const folder = new MemoryFolder();
  let { log } = await open(folder);
  await log.compact(bytes(""), 0, "snapshot");
  folder.failAt(new Map(Object.entries(faults).map(([at, fault]) => [Number(at), fault])));
  let state: readonly string[] = [];
  let allowed: readonly (readonly string[])[] = [[]];
  for (const [index, step] of steps.entries()) {
    if (step.do === "append") {
      const said = await log.append(bytes(`e${index}`));
      const next = [...state, `e${index}`];
      if (said.ok) allowed = [(state = next)];
      else if (said.error === "unknown") allowed = [...allowed, next];
    } else if (step.do === "compact") {
      if ((await log.compact(bytes(state.join()), state.length, "snapshot")).ok) allowed = [state];
    } else {
      if (step.do === "power") folder.cutPower();
      // A page that is loaded again reads the log that was there before.
      const read = () => reopened(folder, step.do === "reload" ? log : undefined);
      let again = await read();
      while (!again) again = await read();
      expect(allowed).toContainEqual(again.state);
      ({ log, state } = again);
      // Cut off, it stays cut off; seen, it may still be lost until the next write makes it sure.
      if (step.do === "power") allowed = [state];
    }
  }
  return { folder, allowed };
}

async function reopened(folder: MemoryFolder, log?: LedgerLog) {
  try {
    const found = await open(folder, "all", log);
    const before = found.snapshot === null || found.snapshot === "" ? [] : found.snapshot.split(",");
    return { ...found, state: [...before, ...found.entries] };
  } catch {
    return null;
  }
}

describe("on a failing disk", () => {
  it("exactly the acknowledged entries are there after any faults, any restarts and a power cut", async () => {
    await fc.assert(
      fc.asyncProperty(stepArb, faultArb, async (steps, faults) => {
        const { folder, allowed } = await runOnFailingDisk(steps, faults);
        folder.failAt(new Map());
        expect(allowed).toContainEqual((await reopened(folder))!.state);
        folder.cutPower();
        expect(allowed).toContainEqual((await reopened(folder))!.state);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
