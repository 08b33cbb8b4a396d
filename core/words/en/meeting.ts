import type { meeting as zh } from "../zh-cn/meeting.ts";
import type { WordsLike } from "../dictionary.ts";

/** meeting: en */
export const meeting = {} as const satisfies WordsLike<typeof zh>;
