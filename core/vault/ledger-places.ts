import { LedgerLog } from "./ledger-log.ts";
import type { LogContents } from "./ledger-log.ts";
import type { Digest, LogFolder, Sha256 } from "./log-file.ts";

/** Where ledgers lie: the newest place is the one that is used, those before it were set aside and stay as they are. */
export interface LedgerFolders {
  /** The newest place there is, counted from 1; 1 where there is none yet. */
  newest(): Promise<number>;
  /** The folder of a place; `make`: on the disk when it answers. */
  open(place: number, make: boolean): Promise<LogFolder>;
}

interface OpenPlace {
  readonly place: number;
  readonly log: LedgerLog;
}

/** The ledger of the newest place, and the way to begin another beside it. A folder that cannot be reached is asked for again
 * with the next call: nobody may write to an older place meanwhile. */
export class LedgerPlaces {
  readonly #folders: LedgerFolders;
  readonly #makeLog: (folder: LogFolder) => LedgerLog;
  #open: Promise<OpenPlace> | null = null;

  constructor(folders: LedgerFolders, sha256: Sha256, digest?: Digest) {
    this.#folders = folders;
    this.#makeLog = (folder) => new LedgerLog(folder, sha256, digest);
  }

  async log(): Promise<LedgerLog> {
    return (await this.#current()).log;
  }

  async place(): Promise<number> {
    return (await this.#current()).place;
  }

  /** Begins an empty ledger. What the present one holds is neither moved nor changed. */
  async setAside(): Promise<void> {
    const { place, log } = await this.#current();
    const folder = await this.#folders.open(place + 1, true);
    await log.close();
    this.#open = Promise.resolve({ place: place + 1, log: this.#makeLog(folder) });
  }

  /** All that can be read of a ledger that was set aside. */
  async readAside(place: number): Promise<LogContents> {
    if (place >= (await this.place())) throw new RangeError(`no ledger was set aside in place ${place}`);
    const log = this.#makeLog(await this.#folders.open(place, false));
    return log.read("all").finally(() => log.close());
  }

  #current(): Promise<OpenPlace> {
    this.#open ??= this.#openNewest().catch((error: unknown) => {
      this.#open = null;
      throw error;
    });
    return this.#open;
  }

  async #openNewest(): Promise<OpenPlace> {
    const place = await this.#folders.newest();
    return { place, log: this.#makeLog(await this.#folders.open(place, false)) };
  }
}

/** The name of what belongs to a place: the first has the plain name.
 * @example placeName("ledger", 1) // => "ledger"
 * @example placeName("ledger", 2) // => "ledger.2"
 */
export function placeName(plain: string, place: number): string {
  return place === 1 ? plain : `${plain}.${place}`;
}

/** The newest place that has a name among these, or 1.
 * @example newestPlace("ledger", ["ledger", "ledger.2", "ledger.02", "other.7"]) // => 2
 */
export function newestPlace(plain: string, names: readonly string[]): number {
  const places = names.map((name) => Number(name.slice(plain.length + 1)));
  return Math.max(
    1,
    ...places.filter((place, at) => Number.isSafeInteger(place) && placeName(plain, place) === names[at]),
  );
}
