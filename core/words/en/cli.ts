import type { cli as zh } from "../zh-cn/cli.ts";
import type { WordsLike } from "../dictionary.ts";

/** cli: en */
export const cli = {} as const satisfies WordsLike<typeof zh>;
