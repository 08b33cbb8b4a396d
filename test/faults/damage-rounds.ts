import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chance } from "./chance.ts";
import { DAMAGES, damageFile } from "./damage-file.ts";
import type { Damage } from "./damage-file.ts";
import { FaultBrowser } from "./fault-browser.ts";
import type { Engine } from "./fault-browser.ts";
import { FaultServer } from "./fault-server.ts";
import { Witness } from "./witness.ts";

/** A file of the store, the names or the contents of the browser's ledger. */
export const TARGETS = ["store", "snapshot", "segment", "names"] as const;
export type Target = (typeof TARGETS)[number];

export interface DamageRow {
  readonly engine: Engine;
  readonly damage: Damage;
  readonly files: number;
  readonly said: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
}

interface Damaged {
  readonly name: string;
  readonly target: Target;
  readonly damage: Damage;
}

/** Every kind at so many files of the store, and at one file each of the ledger. */
function planOf(storeFiles: number): readonly Damaged[] {
  const files = Array.from({ length: storeFiles }, (): Target => "store");
  return [...files, "snapshot", "segment", "names"].flatMap((target, place) =>
    DAMAGES.map((damage) => ({ name: `d${place}-${damage}`, target: target as Target, damage })),
  );
}

/** Damages files of many workspaces, each one file, and opens them twice with a write between: every acknowledged step must be
 * there both times. */
export async function runDamages(
  engine: Engine,
  { seed = 1, storeFiles = 3 }: { readonly seed?: number; readonly storeFiles?: number } = {},
): Promise<readonly DamageRow[]> {
  const home = await mkdtemp(join(tmpdir(), "jiugong-damage-"));
  const server = await FaultServer.start();
  const run = new DamageRun(server, home, { engine, seed, storeFiles });
  try {
    await run.live(8);
    cpSync(run.profile, run.oldProfile, { recursive: true, filter: (path) => !/Singleton/.test(path) });
    await run.live(3, (one) => one.damage === "old");
    run.damageAll();
    await run.live(1);
    await run.live(1);
    return DAMAGES.map((damage) => run.row(damage));
  } finally {
    await run.browser.kill();
    await server.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface DamageRunOf {
  readonly engine: Engine;
  readonly seed: number;
  readonly storeFiles: number;
}

class DamageRun {
  readonly browser: FaultBrowser;
  readonly profile: string;
  readonly oldProfile: string;
  readonly #server: FaultServer;
  readonly #engine: Engine;
  readonly #plan: readonly Damaged[];
  readonly #chance: Chance;
  readonly #witness: Witness;

  constructor(server: FaultServer, home: string, of: DamageRunOf) {
    this.profile = join(home, "profile");
    this.oldProfile = join(home, "old");
    this.browser = new FaultBrowser(this.profile, of.engine);
    this.#server = server;
    this.#engine = of.engine;
    this.#plan = planOf(of.storeFiles);
    this.#chance = new Chance(of.seed);
    this.#witness = new Witness(server, new Map(this.#plan.map(({ name }) => [name, "write"])));
  }

  /** One life of the browser in which workspaces open, write and are left in order. */
  async live(steps: number, isWanted: (one: Damaged) => boolean = () => true): Promise<void> {
    const names = this.#plan.filter(isWanted).map(({ name }) => name);
    this.#server.frames = names.map((name) => this.#server.address(name, { work: "write" }));
    const opened = names.map((name) => this.#server.next(name, "opened"));
    this.browser.start(this.#server.address("top"));
    await Promise.all(opened);
    const left = names.map(async (name) => {
      await this.#server.obeyed(name, { do: "write", steps });
      await this.#server.obeyed(name, { do: "close" });
    });
    await Promise.all(left);
    await this.browser.quit();
    this.#server.forget();
  }

  damageAll(): void {
    const ledgers = this.#findLedgers();
    for (const { name, target, damage } of this.#plan) {
      const files = target === "store" ? this.#storeFiles(name) : ledgers.get(name)![target].toSorted();
      const place = Number(/^d(\d)/.exec(name)![1]);
      const file = files[target === "store" ? place % files.length : files.length - 1]!;
      const old = { chance: this.#chance, oldPath: join(this.oldProfile, file) };
      const kind = damage === "old" && !existsSync(old.oldPath) ? "lost" : damage;
      const where = damageFile(join(this.profile, file), kind, old);
      this.#witness.note(name, `${file.split("/").at(-1)} ${kind} ${where}`);
    }
  }

  row(damage: Damage): DamageRow {
    const names = this.#plan.filter((one) => one.damage === damage).map(({ name }) => name);
    const { said, complaints } = this.#witness.summary(names);
    return { engine: this.#engine, damage, files: names.length, said, complaints };
  }

  /** The files of a workspace's IndexedDB that hold something. */
  #storeFiles(name: string): readonly string[] {
    const folder = join("Default", "IndexedDB");
    const own = readdirSync(join(this.profile, folder)).find((one) =>
      one.startsWith(`http_${name}.faults.localhost_`),
    )!;
    return readdirSync(join(this.profile, folder, own))
      .filter((one) => !/^(LOCK|LOG.*)$/.test(one))
      .toSorted()
      .map((one) => join(folder, own, one));
  }

  /** Which folder of the browser's private files is whose: a snapshot carries the workspace's name. */
  #findLedgers(): ReadonlyMap<string, Ledger> {
    const root = join("Default", "File System");
    const found = new Map<string, Ledger>();
    for (const folder of readdirSync(join(this.profile, root))) {
      if (!/^\d+$/.test(folder)) continue;
      const ledger: Ledger = { snapshot: [], segment: [], names: [] };
      for (const one of readdirSync(join(this.profile, root, folder), {
        recursive: true,
        withFileTypes: true,
      })) {
        const path = join(one.parentPath, one.name);
        if (!one.isFile() || /^(LOCK|LOG.*)$/.test(one.name)) continue;
        const text = readFileSync(path, "latin1");
        const owner = /"name":"team ([^"]+)"/.exec(text)?.[1];
        if (owner !== undefined) found.set(owner, ledger);
        const target = targetOf(path, text);
        if (target) ledger[target].push(path.slice(this.profile.length + 1));
      }
    }
    return found;
  }
}

type Ledger = Record<Exclude<Target, "store">, string[]>;

function targetOf(path: string, text: string): keyof Ledger | null {
  if (path.includes("/Paths/")) return "names";
  if (text.startsWith("JGSNAPS1")) return "snapshot";
  return text.startsWith("JGLEDGR1") ? "segment" : null;
}
