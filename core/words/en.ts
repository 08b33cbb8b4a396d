import { desktop } from "./en/desktop.ts";
import { cli } from "./en/cli.ts";
import { enFirst } from "./en-first.ts";
import { enRooms } from "./en-rooms.ts";
import type { Dictionary } from "./dictionary.ts";

/** All words of en: those of the page, of the menu and of the command line. */
export const en: Dictionary = { ...enFirst, ...enRooms, ...desktop, ...cli };
