import type { team as zh } from "../zh-cn/team.ts";
import type { WordsLike } from "../dictionary.ts";

/** team: en */
export const team = {} as const satisfies WordsLike<typeof zh>;
