import { extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BACKUP_EXTENSION } from "../identity.ts";

/** Files that the operating system asked us to open, kept until the page listens. */
export interface OpenFileQueue {
  add(path: string): void;
  /** The page listens from now on; it gets what waited. */
  start(): void;
  /** The page is being loaded again. */
  stop(): void;
}

/** Makes an empty queue that hands every file to `open`, in order. */
export function createOpenFileQueue(open: (path: string) => void): OpenFileQueue {
  let isListening = false;
  let waiting: readonly string[] = [];
  return {
    add(path) {
      if (isListening) open(path);
      else waiting = [...waiting, path];
    },
    start() {
      isListening = true;
      const paths = waiting;
      waiting = [];
      paths.forEach(open);
    },
    stop() {
      isListening = false;
    },
  };
}

/** The backups among the arguments with which Windows and Linux start a program to open files: paths, which are meant from the folder
 * in which it was started, or on Linux addresses of files. */
export function backupsAmong(args: readonly string[], workingDirectory: string): readonly string[] {
  return args
    .slice(1)
    .filter((text) => !text.startsWith("-") && extname(text) === `.${BACKUP_EXTENSION}`)
    .flatMap((text) => pathOf(text, workingDirectory) ?? []);
}

function pathOf(text: string, workingDirectory: string): string | null {
  if (!/^file:/i.test(text)) return resolve(workingDirectory, text);
  try {
    return fileURLToPath(text);
  } catch {
    // An address of another machine, or of none.
    return null;
  }
}
