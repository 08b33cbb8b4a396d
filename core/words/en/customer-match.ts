import type { customerMatch as zh } from "../zh-cn/customer-match.ts";
import type { WordsLike } from "../dictionary.ts";

/** Two systems as one book: matching, and who said what. */
export const customerMatch = {} as const satisfies WordsLike<typeof zh>;
