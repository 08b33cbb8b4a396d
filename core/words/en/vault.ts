import type { vault as zh } from "../zh-cn/vault.ts";
import type { WordsLike } from "../dictionary.ts";

/** vault: en */
export const vault = {} as const satisfies WordsLike<typeof zh>;
