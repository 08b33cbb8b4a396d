import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CopyToMerge } from "../../../../../core/vault/merge/plan-merge.ts";
import {
  ancestor,
  apart,
  apartAlike,
  isWhole,
  meeting,
  meetingAlike,
  meetingKeeping,
  merged,
  replicasAfter,
  saying,
} from "../../../../builders/merge-histories.ts";

/* Ten thousand random histories by habit, of which each law takes a share; `MERGE_HISTORIES` asks for another number. */

const HISTORIES = Number(process.env["MERGE_HISTORIES"] ?? 10_000);
const LAWS = 10;
const share = { numRuns: Math.ceil(HISTORIES / LAWS) };
const SLOW_MS = 120_000 + HISTORIES * 20;

/** A history with locks and reasons of all kinds: two copies of it, and what each becomes when the other is merged into it. */
function bothWays(steps: Parameters<typeof replicasAfter>[1], count = 2) {
  const [a, b] = replicasAfter(count, steps);
  return [a!, b!, merged(a!, b!), merged(b!, a!)] as const;
}

const same = (a: CopyToMerge, b: CopyToMerge) => expect(saying(a)).toEqual(saying(b));

describe("the merge of copies that went out from one", () => {
  it("is the same whichever of two is merged into the other", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const [a, b] = replicasAfter(2, steps);
        same(merged(a!, b!), merged(b!, a!));
      }),
      share,
    );
  });

  it("is the same in whichever order three are merged", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const [a, b, c] = replicasAfter(3, steps);
        same(merged(merged(a!, b!), c!), merged(a!, merged(b!, c!)));
        same(merged(merged(a!, c!), b!), merged(merged(b!, a!), c!));
      }),
      share,
    );
  });

  it("changes nothing the second time, and nothing with itself", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const [a, b] = replicasAfter(2, steps);
        const once = merged(a!, b!);
        same(merged(a!, a!), a!);
        expect(merged(once, b!).workspace).toBe(once.workspace);
        expect(merged(once, a!).workspace).toBe(once.workspace);
      }),
      share,
    );
  });

  it("holds these laws with the ancestor at hand too", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const [a, b, c] = replicasAfter(3, steps);
        const base = ancestor();
        const three = (x: CopyToMerge, y: CopyToMerge) => merged(x, y, base);
        same(three(a!, b!), three(b!, a!));
        same(three(three(a!, b!), c!), three(a!, three(b!, c!)));
        same(three(three(a!, b!), b!), three(a!, b!));
      }),
      share,
    );
  });
});

describe("the merge of copies that have merged on the way", () => {
  it("is the same whichever of two is merged into the other", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const [a, b] = replicasAfter(3, steps);
        same(merged(a!, b!), merged(b!, a!));
      }),
      share,
    );
  });

  it("changes nothing the second time", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const [a, b] = replicasAfter(3, steps);
        const once = merged(a!, b!);
        expect(merged(once, b!).workspace).toBe(once.workspace);
      }),
      share,
    );
  });

  it(
    "is the same in whichever order three are merged, where nothing was removed",
    { timeout: SLOW_MS },
    () => {
      fc.assert(
        fc.property(meetingKeeping, (steps) => {
          const [a, b, c] = replicasAfter(3, steps);
          same(merged(merged(a!, b!), c!), merged(a!, merged(b!, c!)));
        }),
        share,
      );
    },
  );

  it("leaves two that merge each other with the same", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const [a, b] = replicasAfter(2, steps);
        const mine = merged(a!, b!);
        same(merged(b!, mine), mine);
      }),
      share,
    );
  });
});

describe("the merge of copies with locked targets, reasons that both gave, and records that need each other", () => {
  it("is the same whichever of two is merged into the other, again and again", { timeout: SLOW_MS }, () => {
    fc.assert(
      fc.property(fc.oneof(apartAlike, meetingAlike), (steps) => {
        const [a, b, ab, ba] = bothWays(steps);
        same(ab, ba);
        expect(merged(ab, b).workspace).toBe(ab.workspace);
        same(merged(ba, a), ba);
      }),
      share,
    );
  });

  it(
    "leaves no locked value without its version and no rating without its skill",
    { timeout: SLOW_MS },
    () => {
      fc.assert(
        fc.property(fc.oneof(apart, apartAlike, meeting, meetingAlike), (steps) => {
          const [a, b, ab, ba] = bothWays(steps);
          for (const copy of [a, b, ab, ba]) expect(isWhole(copy)).toBe(true);
        }),
        share,
      );
    },
  );
});
