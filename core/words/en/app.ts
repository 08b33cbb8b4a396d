import type { app as zh } from "../zh-cn/app.ts";
import type { WordsLike } from "../dictionary.ts";

/** app: en */
export const app = {} as const satisfies WordsLike<typeof zh>;
