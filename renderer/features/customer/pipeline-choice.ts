import { create } from "zustand";
import type { GroupId } from "../../../core/base/id.ts";
import type { DealMark } from "../../../core/customer/deal-marks.ts";

/** What the pipeline shows beside the room's own filter. */
export interface PipelineChoice {
  readonly view: "board" | "table";
  readonly group: "all" | GroupId;
  readonly mark: "all" | DealMark;
}

export const pipelineChoice = create<PipelineChoice>(() => ({ view: "board", group: "all", mark: "all" }));
