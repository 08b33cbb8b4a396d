import type { desktop as zh } from "../zh-cn/desktop.ts";
import type { WordsLike } from "../dictionary.ts";

/** desktop: en */
export const desktop = {} as const satisfies WordsLike<typeof zh>;
