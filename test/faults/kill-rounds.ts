import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chance } from "./chance.ts";
import { FaultBrowser } from "./fault-browser.ts";
import type { Engine } from "./fault-browser.ts";
import { FaultServer } from "./fault-server.ts";
import { Witness } from "./witness.ts";
import { FAULT_CASES } from "./plan.ts";
import type { FaultCase } from "./plan.ts";

/** Of each case two workspaces have the browser's ledger and one the desktop's; a kill hits all of them. */
const WORKSPACES_A_CASE = 5;
/** The kill comes within this time after all are at work and the first schema step has begun; sooner more often than later. */
const KILL_WITHIN_MS = 500;

export interface KillRow {
  readonly engine: Engine;
  readonly work: FaultCase;
  readonly kills: number;
  /** Kills that came while a schema step was under way; of the other cases all came while they wrote. */
  readonly inStep: number;
  readonly commits: number;
  /** What the starts after the kills said, with how often. */
  readonly said: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
}

export interface KillOptions {
  readonly engine: Engine;
  /** Kills of each case. */
  readonly kills: number;
  readonly seed?: number;
  onLife?(life: number, lives: number): void;
}

interface Workspace {
  readonly name: string;
  readonly work: FaultCase;
  readonly hasFiles: boolean;
}

const WORKSPACES: readonly Workspace[] = FAULT_CASES.flatMap((work) =>
  Array.from({ length: WORKSPACES_A_CASE }, (_, index) => ({
    name: `${work}${index}`,
    work,
    hasFiles: index === WORKSPACES_A_CASE - 1,
  })),
);

/** Kills the browser again and again in the middle of all that is written. After each kill every workspace is opened, compared with
 * what was acknowledged, and written to before the next; in the end its page crashes once, and it is left in order and opened
 * twice more. */
export async function runKills(options: KillOptions): Promise<readonly KillRow[]> {
  const home = await mkdtemp(join(tmpdir(), "jiugong-kills-"));
  const server = await FaultServer.start();
  const run = new KillRun(server, home, options);
  try {
    const lives = Math.ceil(options.kills / WORKSPACES_A_CASE);
    for (let life = 0; life < lives; life += 1) {
      options.onLife?.(life, lives);
      await run.liveAndBeKilled(life);
    }
    await run.liveAndCrash(lives);
    for (const steps of [2, 2]) await run.liveAndLeave(lives, steps);
    return FAULT_CASES.map((work) => run.row(work));
  } finally {
    await run.browser.kill();
    await server.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

class KillRun {
  readonly browser: FaultBrowser;
  readonly #server: FaultServer;
  readonly #home: string;
  readonly #engine: Engine;
  readonly #witness: Witness;
  readonly #kills = new Map<FaultCase, number>();
  #inStep = 0;
  readonly #chance: Chance;

  constructor(server: FaultServer, home: string, { engine, seed = 1 }: KillOptions) {
    this.browser = new FaultBrowser(join(home, "profile"), engine);
    this.#server = server;
    this.#home = home;
    this.#engine = engine;
    this.#chance = new Chance(seed);
    this.#witness = new Witness(server, new Map(WORKSPACES.map(({ name, work }) => [name, work])));
  }

  async liveAndBeKilled(life: number): Promise<void> {
    const opened = await this.#open(life);
    const others = opened.filter(({ work }) => work !== "schema");
    const stepping = opened.filter(({ work }) => work === "schema");
    const closed = stepping.map(async ({ name }) => {
      await this.#server.obeyed(name, { do: "write", steps: 2 });
      await this.#server.obeyed(name, { do: "close" });
    });
    const writing = others.map(({ name }) => this.#firstWord(name));
    for (const { name } of others) this.#server.order(name, { do: "write-on" });
    await Promise.all([...writing, ...closed]);
    this.#witness.watchSteps();
    const begun = stepping.map(({ name }) => this.#server.next(name, "begun-step"));
    for (const { name } of stepping) this.#server.order(name, { do: "reload", schemaSteps: life + 1 });
    if (begun.length > 0) await Promise.race(begun);
    await new Promise((resolve) => setTimeout(resolve, this.#chance.next() ** 2 * KILL_WITHIN_MS));
    await this.browser.kill();
    this.#server.forget();
    this.#inStep += this.#witness.steppingNow();
    for (const { work } of WORKSPACES) this.#kills.set(work, (this.#kills.get(work) ?? 0) + 1);
  }

  /** Only the page's process dies in the middle of its writing; the browser is left in order. */
  async liveAndCrash(schemaSteps: number): Promise<void> {
    const opened = await this.#open(schemaSteps);
    const writing = opened.map(({ name }) => this.#firstWord(name));
    for (const { name } of opened) this.#server.order(name, { do: "write-on" });
    await Promise.all(writing);
    this.browser.crashPages();
    await this.browser.quit();
    this.#server.forget();
  }

  async liveAndLeave(schemaSteps: number, steps: number): Promise<void> {
    await this.#open(schemaSteps);
    await Promise.all(WORKSPACES.map(({ name }) => this.#server.obeyed(name, { do: "write", steps })));
    await Promise.all(WORKSPACES.map(({ name }) => this.#server.obeyed(name, { do: "close" })));
    await this.browser.quit();
    this.#server.forget();
  }

  row(work: FaultCase): KillRow {
    const names = WORKSPACES.filter((one) => one.work === work).map(({ name }) => name);
    const kills = this.#kills.get(work) ?? 0;
    return {
      engine: this.#engine,
      work,
      kills,
      inStep: work === "schema" ? this.#inStep : kills,
      ...this.#witness.summary(names),
    };
  }

  /** A workspace that is refused a step says so, and that is a complaint, but the others go on. */
  #firstWord(name: string): Promise<unknown> {
    return Promise.race([this.#server.next(name, "acknowledged"), this.#server.next(name, "refused")]);
  }

  /** Answers the workspaces that can be written to: not those of which the start could only show what can be rescued. */
  async #open(schemaSteps: number): Promise<readonly Workspace[]> {
    const ledgers = await this.browser.startLedgers(join(this.#home, "ledgers"));
    this.#server.frames = WORKSPACES.map(({ name, work, hasFiles }) =>
      this.#server.address(name, {
        work,
        ...(hasFiles ? { ledger: ledgers + name } : {}),
        ...(work === "schema" ? { schemaSteps: String(schemaSteps) } : {}),
      }),
    );
    const opening = WORKSPACES.map(({ name }) => this.#server.next(name, "opened"));
    this.browser.start(this.#server.address("top"));
    const reports = await Promise.all(opening);
    return WORKSPACES.filter((_, at) => reports[at]!.outcome !== "rescued");
  }
}
