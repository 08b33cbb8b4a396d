import type { PowerMonitor } from "electron";
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { followPower } from "../../../../electron/window/follow-power.ts";

test("locking the computer, its sleep and its waking are told, its charging is not", () => {
  const power = new EventEmitter();
  const told: string[] = [];
  followPower(power as unknown as Pick<PowerMonitor, "on">, () => void told.push("left"));
  for (const event of ["lock-screen", "suspend", "resume", "on-ac", "unlock-screen"]) power.emit(event);
  expect(told).toEqual(["left", "left", "left"]);
});
