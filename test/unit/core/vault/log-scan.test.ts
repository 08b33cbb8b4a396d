import { sha256 } from "@noble/hashes/sha2.js";
import { expect, it } from "vitest";
import { HEADER_BYTES, chainedPart, openFrame, sealFrame } from "../../../../core/vault/log-frame.ts";
import { scanSegment } from "../../../../core/vault/log-scan.ts";
import { workedMs } from "../../../fuzz/work-time.ts";

const CHAIN = new Uint8Array(32);

function frameOf(payload: Uint8Array, chain: Uint8Array): Uint8Array {
  const frame = openFrame(payload, chain);
  return sealFrame(frame, sha256(chainedPart(frame)));
}

function segmentOf(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([new Uint8Array(HEADER_BYTES), ...parts].flatMap((part) => [...part]));
}

it("looks through a long entry that was torn in a fraction of a second", () => {
  const payload = new Uint8Array(8 << 20).map((_, at) => 32 + ((at * 7919) % 90));
  const frame = frameOf(payload, CHAIN);
  const bytes = new Uint8Array(HEADER_BYTES + frame.length - 1000);
  bytes.set(frame.subarray(0, -1000), HEADER_BYTES);
  const since = workedMs();
  expect(scanSegment(bytes, CHAIN, sha256).fault).toBe("torn");
  expect(workedMs() - since).toBeLessThan(700);
});

it("counts the whole entries behind a fault", () => {
  const payload = new TextEncoder().encode("an entry");
  const frame = frameOf(payload, CHAIN);
  const torn = frame.slice(0, -3);
  expect(scanSegment(segmentOf(torn, frame, frame), CHAIN, sha256)).toMatchObject({
    fault: "broken",
    behind: 2,
  });
  expect(scanSegment(segmentOf(torn), CHAIN, sha256)).toMatchObject({ fault: "torn", behind: 0 });
});
