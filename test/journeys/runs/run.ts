import type { Page } from "@playwright/test";

/** Where a journey runs: a plain browser, the real main process on the stand-in for Electron, or Electron itself. */
export type Shell = "browser" | "stand-in" | "electron";

/** The app as a journey drives it, the same in every shell. */
export interface Run {
  readonly shell: Shell;
  /** The page that is open now; another one after a restart. */
  page(): Page;
  /** Does something that saves a file; answers where the file now is. */
  saveBy(act: () => Promise<void>, name: string): Promise<string>;
  /** Does something that asks for a file, and gives it this one. */
  openBy(act: () => Promise<void>, path: string): Promise<void>;
  /** Does something that saves a PDF; `null` in the browser, where a person prints it themselves. */
  printBy(act: () => Promise<void>, name: string): Promise<string | null>;
  /** Closes the app as a person does and opens it again on the same data. */
  restart(): Promise<Page>;
  /** Ends the app at once, as a power cut does, and opens it again. The browser can only lose its page. */
  cutPower(): Promise<Page>;
  /** Closes the app, takes away everything that it keeps on this machine, and opens it again: another laptop. */
  wipe(): Promise<Page>;
  end(): Promise<void>;
}

export interface RunOptions {
  readonly home: string;
  readonly locale: "zh-CN" | "en";
  /** Called with every page before the journey sees it. */
  readonly watch: (page: Page) => void;
}
