import { describe, expect, it } from "vitest";
import { expectedState } from "../../faults/plan.ts";
import type { Report } from "../../faults/plan.ts";
import { Witness } from "../../faults/witness.ts";

function hearing() {
  let say: (report: Report) => void = () => undefined;
  const server = {
    onReport(listener: typeof say) {
      say = listener;
      return () => undefined;
    },
  };
  const witness = new Witness(server, new Map([["w", "write"]]));
  const opened = (step: number, state = expectedState("write", step), said: readonly string[] = []) =>
    say({ from: "w", what: "opened", outcome: "open", said, step, state, misstepped: [], openMs: 1 });
  const acknowledged = (step: number) =>
    say({ from: "w", what: "acknowledged", step, status: "saved", ms: 1 });
  return { opened, acknowledged, complaints: () => witness.summary(["w"]).complaints };
}

describe("the witness of the fault tests", () => {
  it("is content with what was acknowledged, and with a step whose answer did not arrive", () => {
    const { opened, acknowledged, complaints } = hearing();
    acknowledged(9);
    opened(9);
    opened(10);
    expect(complaints()).toEqual([]);
  });

  it("complains of an acknowledged step that is gone, and of one that was there before", () => {
    const { opened, acknowledged, complaints } = hearing();
    acknowledged(9);
    opened(10);
    opened(9);
    acknowledged(12);
    opened(11);
    expect(complaints()).toEqual([
      "w: step 10 was acknowledged, 9 is there",
      "w: step 12 was acknowledged, 11 is there",
    ]);
  });

  it("complains of a step that is there in part", () => {
    const { opened, complaints } = hearing();
    opened(8, expectedState("write", 8).replace(" t8=8", ""));
    expect(complaints()[0]).toMatch(/^w: half a step: /);
  });

  it("complains of a start that says that something may be lost", () => {
    const { opened, complaints } = hearing();
    opened(8, undefined, ["vault.start.salvaged"]);
    expect(complaints()).toEqual(["w: vault.start.salvaged"]);
  });
});
