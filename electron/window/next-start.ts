import type { App } from "electron";

export interface NextStartParts {
  readonly app: Pick<App, "on" | "relaunch" | "releaseSingleInstanceLock">;
  /** The arguments of this start. */
  readonly argv: readonly string[];
  /** The AppImage that this program runs from. `null`: it is installed otherwise. */
  readonly appImage: string | null;
  /** Starts a program that outlives this one. */
  readonly startProgram: (path: string, args: readonly string[]) => void;
}

/** The start that follows the end of this one. */
export interface NextStart {
  /** The program starts again when it has ended, and opens these files. */
  ask(files: readonly string[]): void;
  /** Somebody else starts it again, as an installer does. */
  leaveToOthers(): void;
}

/** Makes the next start, which nobody has asked for yet. What it gives back before it ends: its windows and what it had to write are done
 * with, so the new one finds everything free. Switches such as the data's folder go along. */
export function createNextStart({ app, argv, appImage, startProgram }: NextStartParts): NextStart {
  const files = new Set<string>();
  let isAsked = false;
  let isLeft = false;
  app.on("will-quit", () => {
    if (!isAsked || isLeft) return;
    const args = [...argv.slice(1).filter((text) => text.startsWith("--") && text !== "--"), ...files];
    if (appImage === null) return app.relaunch({ args });
    // Electron's relaunch waits in a process of the mounted image, which is gone when this one ends.
    app.releaseSingleInstanceLock();
    startProgram(appImage, args);
  });
  return {
    ask(wanted) {
      isAsked = true;
      wanted.forEach((path) => files.add(path));
    },
    leaveToOthers() {
      isLeft = true;
    },
  };
}
