import type { review as zh } from "../zh-cn/review.ts";
import type { WordsLike } from "../dictionary.ts";

/** review: en */
export const review = {} as const satisfies WordsLike<typeof zh>;
