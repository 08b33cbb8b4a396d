import type { training as zh } from "../zh-cn/training.ts";
import type { WordsLike } from "../dictionary.ts";

/** training: en */
export const training = {} as const satisfies WordsLike<typeof zh>;
