import type { customerHistory as zh } from "../zh-cn/customer-history.ts";
import type { WordsLike } from "../dictionary.ts";

/** What imports changed, and taking them back. */
export const customerHistory = {} as const satisfies WordsLike<typeof zh>;
