import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CHROMIUM_ARGS, findWholeChromium } from "../../scripts/setup/find-chromium.ts";

/** Where Chromium keeps IndexedDB. `sqlite` is the engine that it is moving to, still behind a switch. */
export type Engine = "leveldb" | "sqlite";

const ENGINE_SWITCH: Readonly<Record<Engine, string>> = {
  leveldb: "--disable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout",
  sqlite: "--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout",
};
const GONE_AFTER_MS = 2000;

/** A Chromium and the desktop's ledgers beside it, which live and die together. Driven by its page alone. */
export class FaultBrowser {
  readonly #profile: string;
  readonly #engine: Engine;
  #chromium: ChildProcess | null = null;
  #ledgers: ChildProcess | null = null;

  constructor(profile: string, engine: Engine) {
    this.#profile = profile;
    this.#engine = engine;
  }

  /** Starts the desktop's ledgers in their folder; answers their address. */
  async startLedgers(folder: string): Promise<string> {
    const host = fork(join(import.meta.dirname, "ledger-host.ts"), [folder]);
    this.#ledgers = host;
    const port = await new Promise<number>((resolve) =>
      host.once("message", (said) => resolve(said as number)),
    );
    return `http://127.0.0.1:${port}/`;
  }

  start(address: string): void {
    const args = ["--headless=new", `--user-data-dir=${this.#profile}`, ENGINE_SWITCH[this.#engine]];
    this.#chromium = spawn(
      findWholeChromium() ?? "",
      // As an app, without the bar above the page, which has a process of its own.
      [...args, ...CHROMIUM_ARGS, "--disable-extensions", `--app=${address}`],
      {
        detached: true,
        stdio: "ignore",
      },
    );
  }

  /** Ends all processes at once, in whatever they are doing. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** Ends the processes that draw pages, as a crash or want of memory does; the rest goes on. Answers how many. */
  crashPages(): number {
    const group = this.#chromium?.pid;
    if (group === undefined || !existsSync("/proc/self/stat")) return 0;
    const pages = readdirSync("/proc").filter((name) => isWorking(name, group) && isPage(name));
    for (const pid of pages) process.kill(Number(pid), "SIGKILL");
    return pages.length;
  }

  /** When the browser has ended, by itself too: a full disk can do that. */
  ended(): Promise<void> {
    return this.#chromium ? hasEnded(this.#chromium) : Promise.resolve();
  }

  /** Leaves in order. */
  quit(): Promise<void> {
    return this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const [chromium, ledgers] = [this.#chromium, this.#ledgers];
    this.#chromium = null;
    this.#ledgers = null;
    const ended = chromium && hasEnded(chromium);
    if (chromium?.pid !== undefined && (signal === "SIGKILL" ? isAlive(chromium.pid) : isRunning(chromium)))
      process.kill(signal === "SIGKILL" ? -chromium.pid : chromium.pid, signal);
    if (signal === "SIGKILL") ledgers?.kill("SIGKILL");
    await ended;
    if (ledgers) {
      const left = hasEnded(ledgers);
      ledgers.kill("SIGKILL");
      await left;
    }
    if (chromium?.pid !== undefined) await untilGone(chromium.pid);
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function hasEnded(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** The browser's helpers end a moment after it. */
async function untilGone(group: number): Promise<void> {
  const untilMs = Date.now() + GONE_AFTER_MS;
  while (Date.now() < untilMs && isAlive(group)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  // Who has ended and is not yet fetched by the first process of the machine still counts as there, but writes no more.
  return !existsSync("/proc/self/stat") || readdirSync("/proc").some((name) => isWorking(name, group));
}

function isWorking(name: string, group: number): boolean {
  if (!/^\d+$/.test(name)) return false;
  try {
    const [state, , processGroup] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return Number(processGroup) === group && state !== "Z";
  } catch {
    return false;
  }
}

function isPage(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer");
  } catch {
    return false;
  }
}
