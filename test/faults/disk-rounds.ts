import { join } from "node:path";
import { SmallDisk } from "../builders/small-disk.ts";
import { FaultBrowser } from "./fault-browser.ts";
import type { Engine } from "./fault-browser.ts";
import { FaultServer } from "./fault-server.ts";
import type { FaultCase, Order, Report } from "./plan.ts";
import { Witness } from "./witness.ts";

/** A profile of Chromium takes a third of it. */
const DISK_BYTES = 96 << 20;
/** Restores are among them: they put the present state aside first. */
const WORKS: readonly FaultCase[] = ["write", "import", "restore"];

/** Where the workspaces have their ledger: in files, as on the desktop, or in the origin's private files. */
export type LedgerKind = "files" | "browser";

export interface DiskOutcome {
  /** Steps that were acknowledged. */
  readonly commits: number;
  /** What the starts said, with how often. */
  readonly said: Readonly<Record<string, number>>;
  /** The longest time after which a person was told, in milliseconds. */
  readonly toldMs: number;
  readonly complaints: readonly string[];
}

export interface DiskOptions {
  readonly engine: Engine;
  readonly ledger: LedgerKind;
  /** The browser is left in order when there is room again, or killed while there is none. */
  readonly end: "room" | "killed";
}

/** Fills the disk to its last byte while all write, and keeps it full: each is told, and goes on when there is room. Then all are
 * opened twice, with a write between. */
export async function runFullDisk(options: DiskOptions): Promise<DiskOutcome> {
  const disk = SmallDisk.mount(DISK_BYTES);
  if (!disk) throw new Error("no disk can be mounted here");
  const server = await FaultServer.start();
  const run = new DiskRun(server, disk, options);
  try {
    await run.liveAndFill();
    await run.live();
    await run.live();
    return run.outcome();
  } finally {
    await run.browser.kill();
    await server.close();
    disk.unmount();
  }
}

class DiskRun {
  readonly browser: FaultBrowser;
  readonly #server: FaultServer;
  readonly #disk: SmallDisk;
  readonly #options: DiskOptions;
  readonly #witness: Witness;
  #toldMs = 0;
  readonly #unkept: string[] = [];

  constructor(server: FaultServer, disk: SmallDisk, options: DiskOptions) {
    this.browser = new FaultBrowser(join(disk.path, "profile"), options.engine);
    this.#server = server;
    this.#disk = disk;
    this.#options = options;
    this.#witness = new Witness(server, new Map(WORKS.map((work) => [work, work])), { isDiskFull: true });
    server.onReport((report) => this.#note(report));
  }

  /** Chromium itself may end on a disk that is full; then it counts as killed. */
  async liveAndFill(): Promise<void> {
    await this.#open();
    await this.#all({ do: "write", steps: 10 });
    const isOver = await Promise.race([
      this.#workOnFullDisk().then(() => true),
      this.browser.ended().then(() => false),
    ]);
    if (!isOver || this.#options.end === "killed") return this.#killFull();
    await this.#leave();
  }

  async #workOnFullDisk(): Promise<void> {
    for (const work of WORKS) this.#server.order(work, { do: "write-on" });
    this.#disk.fill();
    await Promise.all(WORKS.map((work) => this.#server.next(work, "done")));
    this.#disk.fill();
    // A copy elsewhere can be had all the same, and the screen stays as it was.
    for (const order of ["look", "backup", "export"] as const) await this.#expectAll({ do: order });
    await this.#all({ do: "write", steps: 1 });
    if (this.#options.end === "killed") return;
    this.#disk.giveRoom();
    await this.#expectAll({ do: "retry" });
    await this.#expectAll({ do: "write", steps: 3 });
  }

  async live(): Promise<void> {
    await this.#open();
    await this.#expectAll({ do: "write", steps: 2 });
    await this.#leave();
  }

  outcome(): DiskOutcome {
    const { complaints, ...summary } = this.#witness.summary(WORKS);
    return { ...summary, toldMs: this.#toldMs, complaints: [...complaints, ...this.#unkept] };
  }

  async #open(): Promise<void> {
    const ledgers = await this.browser.startLedgers(join(this.#disk.path, "ledgers"));
    const isInFiles = this.#options.ledger === "files";
    this.#server.frames = WORKS.map((work) =>
      this.#server.address(work, { work, ...(isInFiles ? { ledger: ledgers + work } : {}) }),
    );
    const opened = WORKS.map((work) => this.#server.next(work, "opened"));
    this.browser.start(this.#server.address("top"));
    await Promise.all(opened);
  }

  async #leave(): Promise<void> {
    await this.#all({ do: "close" });
    await this.browser.quit();
    this.#server.forget();
  }

  async #killFull(): Promise<void> {
    await this.browser.kill();
    this.#server.forget();
    this.#disk.giveRoom();
  }

  #all(order: Order): Promise<readonly Extract<Report, { what: "done" }>[]> {
    return Promise.all(WORKS.map((work) => this.#server.obeyed(work, order)));
  }

  async #expectAll(order: Order): Promise<void> {
    for (const { from, ok, status } of await this.#all(order))
      if (!ok) this.#unkept.push(`${from} did not ${order.do}: ${status}`);
  }

  /** A step that was not acknowledged, or only into the ledger, was told as soon as its report says. */
  #note(report: Report): void {
    const isStep = report.what === "refused" || report.what === "acknowledged";
    if (!isStep || report.status === "saved" || report.status === "saving") return;
    this.#toldMs = Math.max(report.ms, this.#toldMs);
  }
}
