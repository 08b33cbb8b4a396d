import type * as Electron from "electron";
import { state } from "./state.ts";

/** The computer's sleep and lock, which a test brings about by name. */
export const powerMonitor: Pick<Electron.PowerMonitor, "on"> = {
  on: ((event: string, listener: () => void) =>
    state.events.on(`power-${event}`, listener)) as unknown as Electron.PowerMonitor["on"],
};
