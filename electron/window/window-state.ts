import { z } from "zod";

const WIDTH = 1280;
const HEIGHT = 800;
export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 640;
/** So much of the title bar must lie on a screen for a hand to reach it. */
const REACHABLE_WIDTH = 120;
const REACHABLE_HEIGHT = 40;

const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive().max(20_000),
  height: z.number().int().positive().max(20_000),
  isMaximized: z.boolean(),
});
/** Where the window stood when it was last closed, in screen points. */
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a kept window state; anything unreadable is no state. */
export function parseWindowState(text: string): WindowState | null {
  try {
    return windowStateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Where to put the window on today's screens (work areas, the primary one first): where it was, made no larger than the
 * screen it is on and moved wholly onto it; in the middle of the primary screen when its title bar could not be reached. */
export function placeWindow(kept: WindowState | null, screens: readonly Rectangle[]): WindowState {
  const primary = screens[0] ?? { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const home = kept && screens.find((screen) => isReachable(kept, screen));
  if (!kept || !home) return centre(primary, kept?.isMaximized ?? false);
  const width = Math.min(Math.max(kept.width, MIN_WIDTH), home.width);
  const height = Math.min(Math.max(kept.height, MIN_HEIGHT), home.height);
  return {
    x: clamp(kept.x, home.x, home.x + home.width - width),
    y: clamp(kept.y, home.y, home.y + home.height - height),
    width,
    height,
    isMaximized: kept.isMaximized,
  };
}

function isReachable(state: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(state.x, screen.x);
  const right = Math.min(state.x + state.width, screen.x + screen.width);
  const isBarInside = state.y >= screen.y - REACHABLE_HEIGHT / 2;
  return (
    right - left >= REACHABLE_WIDTH && isBarInside && state.y <= screen.y + screen.height - REACHABLE_HEIGHT
  );
}

function centre(screen: Rectangle, isMaximized: boolean): WindowState {
  const width = Math.min(WIDTH, screen.width);
  const height = Math.min(HEIGHT, screen.height);
  return {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2),
    width,
    height,
    isMaximized,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
