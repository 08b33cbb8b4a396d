import { basename, dirname } from "node:path";
import { judgeUpdate } from "../../core/vault/update/judge-update.ts";
import type { Release, UpdateMachine } from "../../core/vault/update/judge-update.ts";
import { MANIFEST_BYTES_MAX, MANIFEST_NAME, readManifest } from "../../core/vault/update/update-manifest.ts";
import type { UpdateFile, UpdateManifest } from "../../core/vault/update/update-manifest.ts";
import type { UpdateState } from "../../core/vault/update/update-state.ts";
import { feedSource } from "./feed-source.ts";
import { fetchFile } from "./fetch-file.ts";
import { folderSource } from "./folder-source.ts";
import { isSignedBy } from "./signed-by.ts";
import type { ChosenSource, UpdateSettingsFile } from "./update-settings.ts";
import { UpdateFault } from "./update-source.ts";
import type { UpdateSource } from "./update-source.ts";
import { verifyFile } from "./verify-file.ts";

export interface UpdateParts {
  readonly installed: Release;
  readonly machine: UpdateMachine;
  readonly publicKey: string;
  readonly settings: UpdateSettingsFile;
  /** Where fetched installers lie. */
  readonly folder: string;
  readonly installer: UpdateInstaller;
  readonly nowMs: () => number;
  /** Called on every change of the state. */
  readonly onState: (state: UpdateState) => void;
}

/** Hands a verified installer to the system. */
export interface UpdateInstaller {
  readonly way: UpdateState["installedBy"];
  install(
    path: string,
    offer: { readonly manifest: UpdateManifest; readonly file: UpdateFile },
  ): Promise<void>;
}

/** Updates of this machine. One thing is done at a time; asking for another meanwhile answers how things stand. */
export interface Updates {
  state(): UpdateState;
  choose(source: ChosenSource): UpdateState;
  /** Looks for a newer release. */
  check(): Promise<UpdateState>;
  /** Fetches what was found and verifies it. */
  fetch(): Promise<UpdateState>;
  /** Gives up the fetching; what has come is kept for the next time. */
  stop(): UpdateState;
  /** Verifies the installer once more and hands it on, if the state of the data has been put aside. */
  install(isKept: () => Promise<boolean>): Promise<UpdateState>;
}

interface Offer {
  readonly manifest: UpdateManifest;
  readonly file: UpdateFile;
}

/** Makes the updates of this machine. Nothing is asked of any place until the person has chosen one. */
export function createUpdates(parts: UpdateParts): Updates {
  return new MachineUpdates(parts);
}

class MachineUpdates implements Updates {
  readonly #parts: UpdateParts;
  #phase: UpdateState["phase"] = "idle";
  #problem: UpdateState["problem"] = null;
  #offer: Offer | null = null;
  #installerPath: string | null = null;
  #receivedBytes = 0;
  #work: AbortController | null = null;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  state(): UpdateState {
    const { source, checkedAtMs } = this.#parts.settings.read();
    const { installed, installer } = this.#parts;
    return {
      source: source.kind,
      place: placeOf(source),
      installed: { ...installed },
      phase: this.#phase,
      problem: this.#problem,
      offer: this.#offer && offerOf(this.#offer),
      receivedBytes: this.#receivedBytes,
      checkedAtMs,
      installedBy: installer.way,
    };
  }

  choose(source: ChosenSource): UpdateState {
    this.#work?.abort();
    this.#work = null;
    this.#offer = null;
    this.#installerPath = null;
    this.#parts.settings.write({ source, checkedAtMs: null });
    return this.#turn("idle");
  }

  check(): Promise<UpdateState> {
    return this.#alone("checking", "idle", async (source, signal) => {
      this.#offer = null;
      this.#installerPath = null;
      this.#offer = await this.#find(source, signal);
      return this.#offer ? "available" : "current";
    });
  }

  fetch(): Promise<UpdateState> {
    const offer = this.#offer;
    if (!offer || this.#phase !== "available") return Promise.resolve(this.state());
    return this.#alone("fetching", "available", async (source, signal) => {
      const { folder } = this.#parts;
      const onBytes = (count: number) => {
        this.#receivedBytes = count;
        if (!signal.aborted) this.#parts.onState(this.state());
      };
      this.#installerPath = await fetchFile(offer.file, { source, folder, signal, onBytes });
      return "ready";
    });
  }

  stop(): UpdateState {
    this.#work?.abort();
    return this.state();
  }

  install(isKept: () => Promise<boolean>): Promise<UpdateState> {
    const [offer, path] = [this.#offer, this.#installerPath];
    if (!offer || path === null || this.#phase !== "ready") return Promise.resolve(this.state());
    return this.#alone("installing", "ready", async () => {
      if (!(await isKept())) throw new UpdateFault("not-kept");
      const problem = await verifyFile(path, offer.file);
      if (problem !== null) {
        this.#installerPath = null;
        throw new UpdateFault(problem);
      }
      await this.#parts.installer.install(path, offer).catch((error: unknown) => {
        throw error instanceof UpdateFault ? error : new UpdateFault("not-started");
      });
      // Where the person starts it, its folder may be wanted once more.
      return this.#parts.installer.way === "shown" ? "ready" : "installing";
    });
  }

  /** The genuine newer release of a place. Only a manifest that is signed may move the mark of what was seen. */
  async #find(source: UpdateSource, signal: AbortSignal): Promise<Offer | null> {
    const { installed, machine, publicKey, settings, nowMs } = this.#parts;
    const bytes = await source.readManifest(MANIFEST_BYTES_MAX, signal);
    const read = readManifest(new TextDecoder().decode(bytes));
    if (!read.ok) throw new UpdateFault(read.error);
    if (!isSignedBy(read.value, publicKey)) throw new UpdateFault("wrong-signature");
    const { manifest } = read.value;
    const { seenNumber } = settings.read();
    const judged = judgeUpdate(manifest, { installed, seenNumber, machine });
    if (signal.aborted) throw new UpdateFault("interrupted");
    settings.write({ seenNumber: Math.max(seenNumber, manifest.number), checkedAtMs: nowMs() });
    if (!judged.ok) throw new UpdateFault(judged.error);
    return judged.value && { manifest, file: judged.value };
  }

  /** Runs one thing with the chosen place; what goes wrong leaves the phase that held before it and a reason. */
  async #alone(
    during: UpdateState["phase"],
    otherwise: UpdateState["phase"],
    work: (source: UpdateSource, signal: AbortSignal) => Promise<UpdateState["phase"]>,
  ): Promise<UpdateState> {
    const source = sourceOf(this.#parts.settings.read().source);
    if (!source || this.#work) return this.state();
    const mine = new AbortController();
    this.#work = mine;
    this.#receivedBytes = 0;
    this.#turn(during);
    const { phase, problem } = await work(source, mine.signal).then(
      (reached) => ({ phase: reached, problem: null }),
      (error: unknown) => ({ phase: otherwise, problem: problemOf(error, mine.signal) }),
    );
    // Another place was chosen meanwhile: this is of no interest any more.
    if (this.#work !== mine) return this.state();
    this.#work = null;
    const isLost = during === "installing" && this.#installerPath === null;
    return this.#turn(isLost ? "available" : phase, problem);
  }

  #turn(phase: UpdateState["phase"], problem: UpdateState["problem"] = null): UpdateState {
    this.#phase = phase;
    this.#problem = problem;
    const state = this.state();
    this.#parts.onState(state);
    return state;
  }
}

function sourceOf(chosen: ChosenSource): UpdateSource | null {
  if (chosen.kind === "feed") return feedSource(chosen.address, MANIFEST_NAME);
  if (chosen.kind === "folder") return folderSource(chosen.path, MANIFEST_NAME);
  return chosen.kind === "file" ? folderSource(dirname(chosen.path), basename(chosen.path)) : null;
}

function placeOf(chosen: ChosenSource): string {
  if (chosen.kind === "feed") return chosen.address;
  return chosen.kind === "off" ? "" : basename(chosen.path).slice(0, 255);
}

function offerOf({ manifest, file }: Offer): UpdateState["offer"] {
  const { version, number, releasedOn, notes } = manifest;
  return { version, number, releasedOn, notes, size: file.size };
}

function problemOf(error: unknown, signal: AbortSignal): UpdateState["problem"] {
  if (signal.aborted) return "interrupted";
  return error instanceof UpdateFault ? error.problem : "failed";
}
