import type { FaultServer } from "./fault-server.ts";
import { expectedState } from "./plan.ts";
import type { FaultCase, Report } from "./plan.ts";

/** Where a start had to say one of these something was lost, or might be. */
const LOSSES = new Set([
  "vault.start.nothing-readable",
  "vault.start.vanished",
  "vault.start.salvaged",
  "vault.start.may-be-lost",
  "vault.save.no-ledger",
]);

export interface WitnessSummary {
  readonly commits: number;
  readonly said: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
}

interface Testimony {
  /** The last step that was acknowledged, or seen at an opening; -1 before the workspace was begun. */
  step: number;
  commits: number;
  isStepping: boolean;
  readonly said: Map<string, number>;
  readonly complaints: string[];
}

/** Writes down what was acknowledged and holds every opening against it: each acknowledged step is there, and no step is there in
 * part. */
export class Witness {
  readonly #works: ReadonlyMap<string, FaultCase>;
  readonly #notes = new Map<string, string>();
  readonly #testimonies = new Map<string, Testimony>();

  readonly #isDiskFull: boolean;

  /** `isDiskFull`: that steps are refused is no complaint. */
  constructor(
    server: Pick<FaultServer, "onReport">,
    works: ReadonlyMap<string, FaultCase>,
    { isDiskFull = false }: { readonly isDiskFull?: boolean } = {},
  ) {
    this.#isDiskFull = isDiskFull;
    this.#works = works;
    for (const name of works.keys())
      this.#testimonies.set(name, {
        step: -1,
        commits: 0,
        isStepping: false,
        said: new Map(),
        complaints: [],
      });
    server.onReport((report) => this.#hear(report));
  }

  /** From now on an opening is a schema step. */
  watchSteps(): void {
    for (const testimony of this.#testimonies.values()) testimony.isStepping = false;
  }

  /** How many workspaces had begun a schema step and had not ended it. */
  steppingNow(): number {
    return [...this.#testimonies.values()].filter(({ isStepping }) => isStepping).length;
  }

  /** What was done to a workspace, for its complaints. */
  note(name: string, what: string): void {
    this.#notes.set(name, what);
  }

  summary(names: readonly string[]): WitnessSummary {
    const all = names.map((name) => this.#testimonies.get(name)!);
    const said: Record<string, number> = {};
    for (const one of all) for (const [key, count] of one.said) said[key] = (said[key] ?? 0) + count;
    const commits = all.reduce((sum, one) => sum + one.commits, 0);
    return { commits, said, complaints: all.flatMap(({ complaints }) => complaints) };
  }

  #hear(report: Report): void {
    const testimony = this.#testimonies.get(report.from);
    if (!testimony) return;
    if (report.what === "begun-step") testimony.isStepping = true;
    if (report.what === "acknowledged") {
      testimony.step = Math.max(testimony.step, report.step);
      testimony.commits += 1;
      if (report.status !== "saved" && !this.#isDiskFull)
        this.#complain(report, `acknowledged, but ${report.status}`);
    }
    if (report.what === "refused" && !this.#isDiskFull)
      this.#complain(report, `step ${report.step} refused: ${report.status}`);
    if (report.what === "failed") this.#complain(report, report.error);
    if (report.what === "opened") this.#judge(report, testimony);
  }

  #judge(report: Extract<Report, { what: "opened" }>, testimony: Testimony): void {
    testimony.isStepping = false;
    for (const key of report.said) testimony.said.set(key, (testimony.said.get(key) ?? 0) + 1);
    if (report.outcome === "first-start" && testimony.step === -1 && report.said.length === 0) return;
    if (report.outcome === "rescued") {
      const rescued = `rescued: ${report.why}`;
      testimony.said.set(rescued, (testimony.said.get(rescued) ?? 0) + 1);
    } else if (report.outcome !== "open")
      return this.#complain(report, `${report.outcome}: ${report.said.join()}`);
    if (report.step < testimony.step)
      this.#complain(report, `step ${testimony.step} was acknowledged, ${report.step} is there`);
    const expected = expectedState(this.#works.get(report.from)!, report.step);
    if (report.state !== expected)
      this.#complain(report, `half a step: ${report.state} in place of ${expected}`);
    if (report.misstepped.length > 0)
      this.#complain(report, `schema steps not applied once each: ${report.misstepped.join(", ")}`);
    for (const key of report.said) if (LOSSES.has(key)) this.#complain(report, key);
    testimony.step = Math.max(testimony.step, report.step);
  }

  #complain({ from }: Report, what: string): void {
    this.#testimonies.get(from)!.complaints.push(`${from}${this.#noteOf(from)}: ${what}`);
  }

  #noteOf(name: string): string {
    const note = this.#notes.get(name);
    return note === undefined ? "" : ` (${note})`;
  }
}
