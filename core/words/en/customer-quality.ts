import type { customerQuality as zh } from "../zh-cn/customer-quality.ts";
import type { WordsLike } from "../dictionary.ts";

/** What is wrong with the data of a source, and the fix-list. */
export const customerQuality = {} as const satisfies WordsLike<typeof zh>;
