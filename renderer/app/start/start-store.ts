import { create } from "zustand";
import type { Message } from "../../../core/base/message.ts";

/** Where the start stands. `broken`: it could not be carried out at all. */
export type StartPhase = "opening" | "open" | "first-start" | "locked" | "refused" | "broken";

export const startStore = create<{ readonly phase: StartPhase; readonly messages: readonly Message[] }>(
  () => ({
    phase: "opening",
    messages: [],
  }),
);
