import type { customerPage as zh } from "../zh-cn/customer-page.ts";
import type { WordsLike } from "../dictionary.ts";

/** The customer page, contacts, activities, cases, satisfaction and care. */
export const customerPage = {} as const satisfies WordsLike<typeof zh>;
