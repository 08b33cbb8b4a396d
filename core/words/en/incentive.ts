import type { incentive as zh } from "../zh-cn/incentive.ts";
import type { WordsLike } from "../dictionary.ts";

/** incentive: en */
export const incentive = {} as const satisfies WordsLike<typeof zh>;
