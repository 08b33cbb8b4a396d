import type { target as zh } from "../zh-cn/target.ts";
import type { WordsLike } from "../dictionary.ts";

/** target: en */
export const target = {} as const satisfies WordsLike<typeof zh>;
