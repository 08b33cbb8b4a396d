import type { customer as zh } from "../zh-cn/customer.ts";
import type { WordsLike } from "../dictionary.ts";

/** customer: en */
export const customer = {} as const satisfies WordsLike<typeof zh>;
