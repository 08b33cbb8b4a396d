import { desktop } from "./zh-cn/desktop.ts";
import { cli } from "./zh-cn/cli.ts";
import { zhCnFirst } from "./zh-cn-first.ts";
import { zhCnRooms } from "./zh-cn-rooms.ts";
import type { Dictionary } from "./dictionary.ts";

/** All words of zh-cn: those of the page, of the menu and of the command line. */
export const zhCn: Dictionary = { ...zhCnFirst, ...zhCnRooms, ...desktop, ...cli };
