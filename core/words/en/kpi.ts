import type { kpi as zh } from "../zh-cn/kpi.ts";
import type { WordsLike } from "../dictionary.ts";

/** kpi: en */
export const kpi = {} as const satisfies WordsLike<typeof zh>;
