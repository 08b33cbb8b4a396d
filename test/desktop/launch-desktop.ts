import { chromium } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command, DialogAnswer, Look, ReplyMessage, StandInSettings } from "./stand-in/settings.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PATIENCE_MS = 30_000;
/** A start or an end that takes longer hangs; said by name, it is found sooner than by the clock of the whole journey. */
const HANGS_AFTER_MS = 60_000;

export interface DesktopOptions {
  /** A folder of the test: the app's data and the documents folder lie in it and last over restarts. */
  readonly home: string;
  readonly locale?: "zh-CN" | "en";
  /** Answers to dialogs, in the order in which they will be shown. */
  readonly dialogs?: readonly DialogAnswer[];
  /** Further arguments of the program. */
  readonly args?: readonly string[];
}

/** The app as it runs on the stand-in. */
export interface Desktop {
  readonly page: Page;
  readonly documents: string;
  /** Answers the dialog that is open, or the next one of its kind. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  clickMenu(id: string): Promise<void>;
  openFile(path: string): Promise<void>;
  crashPage(): Promise<void>;
  /** The person locks the computer. */
  lockScreen(): Promise<void>;
  look(): Promise<Look>;
  /** Closes the window as a person does, and waits until the app has ended. */
  close(): Promise<void>;
  /** Ends the app at once, as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the built app on the stand-in and waits for its window. */
export async function launchDesktop(options: DesktopOptions): Promise<Desktop> {
  const documents = join(options.home, "Documents");
  mkdirSync(documents, { recursive: true });
  const child = startProgram(options);
  const remote = createRemote(child);
  for (const answer of options.dialogs ?? []) await remote.order({ do: "answer", answer });
  const browser = await chromium.connectOverCDP(await inTime(remote.endpoint, "the app did not start"));
  const page = await findAppPage(browser);
  page.setDefaultTimeout(PATIENCE_MS);
  const order = async (command: Command) => void (await remote.order(command));
  return {
    page,
    documents,
    answerDialog: (answer) => order({ do: "answer", answer }),
    clickMenu: (id) => order({ do: "click-menu", id }),
    openFile: (path) => order({ do: "open-file", path }),
    crashPage: () => order({ do: "crash-page" }),
    lockScreen: () => order({ do: "power", event: "lock-screen" }),
    look: () => remote.order({ do: "look" }),
    async close() {
      await order({ do: "close-window" }).catch(() => undefined);
      await inTime(remote.ended, "the app did not end after its window was closed").catch(
        (error: unknown) => {
          child.kill("SIGKILL");
          throw error;
        },
      );
      await browser.close().catch(() => undefined);
    },
    async kill() {
      child.kill("SIGKILL");
      await remote.ended;
      await browser.close().catch(() => undefined);
    },
  };
}

/** Starts the program a second time on the same data; the answer is its exit code. */
export function launchAgain(options: DesktopOptions): Promise<number | null> {
  const child = startProgram(options);
  return new Promise((done) => child.once("exit", (code) => done(code)));
}

function startProgram({ home, locale = "zh-CN", args = [] }: DesktopOptions): ChildProcess {
  const settings: StandInSettings = {
    appData: join(home, "AppData"),
    documents: join(home, "Documents"),
    locale,
  };
  return fork(join(ROOT, "dist/electron/main.js"), [...args], {
    cwd: ROOT,
    execPath: join(ROOT, "node_modules/.bin/node"),
    execArgv: ["--import", join(ROOT, "test/desktop/stand-in/register.ts")],
    // The same zone as the journeys in the browser.
    env: {
      ...process.env,
      TZ: "Asia/Shanghai",
      NODE_OPTIONS: "",
      JIUGONG_STAND_IN: JSON.stringify(settings),
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

function createRemote(child: ChildProcess) {
  const waiting = new Map<number, { resolve(look: Look): void; reject(error: Error): void }>();
  let lastNumber = 0;
  let tellEndpoint: (endpoint: string) => void = () => undefined;
  const endpoint = new Promise<string>((done) => (tellEndpoint = done));
  child.on("message", (message: ReplyMessage) => {
    if ("endpoint" in message) return tellEndpoint(message.endpoint);
    const asker = waiting.get(message.number);
    if ("look" in message) asker?.resolve(message.look);
    else asker?.reject(new Error(message.error));
    waiting.delete(message.number);
  });
  const ended = new Promise<void>((done) => {
    child.once("exit", () => {
      for (const { reject } of waiting.values()) reject(new Error("the app has ended"));
      done();
    });
  });
  const failed = ended.then(() =>
    Promise.reject<string>(new Error("the app ended before its window was there")),
  );
  failed.catch(() => undefined);
  return {
    endpoint: Promise.race([endpoint, failed]),
    ended,
    async order(command: Command): Promise<Look> {
      await endpoint;
      lastNumber += 1;
      const number = lastNumber;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        child.send({ number, command });
      });
    },
  };
}

async function inTime<T>(work: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), HANGS_AFTER_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function findAppPage(browser: Browser): Promise<Page> {
  const untilMs = Date.now() + PATIENCE_MS;
  while (Date.now() < untilMs) {
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      if (page.url().startsWith("http://jiugong.localhost")) return page;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the app's page did not open");
}
