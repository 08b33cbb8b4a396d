import type { PowerMonitor } from "electron";

/** Tells when the person leaves the computer: it is locked or sleeps. Awake again counts as well, where what was said before the sleep
 * did not arrive. */
export function followPower(power: Pick<PowerMonitor, "on">, tell: () => void): void {
  power.on("lock-screen", tell);
  power.on("suspend", tell);
  power.on("resume", tell);
}
