import type { customerAnalysis as zh } from "../zh-cn/customer-analysis.ts";
import type { WordsLike } from "../dictionary.ts";

/** Analysis of the pipeline, and what stages mean. */
export const customerAnalysis = {} as const satisfies WordsLike<typeof zh>;
