/* What the workspaces under test write, step by step, and what they must then hold. The page writes it and the harness knows it,
   so that a state is judged by what it ought to be and not by what another part of the app says it is. */

export const FAULT_CASES = ["write", "import", "restore", "schema"] as const;
export type FaultCase = (typeof FAULT_CASES)[number];

/** Orders that are written and judged together. */
export const BLOCK_ORDERS = 150;
const BLOCKS = 4;
const SLOTS = 20;
/** No step leaves a trace for longer than this many steps. */
const MEMORY_STEPS = 40;
const BLOCK_EVERY = 8;

export interface PlannedStep {
  /** `restore` puts a whole other state in the workspace's place. */
  readonly by: "commit" | "import" | "restore";
  /** Skills that get the step's number as their name. */
  readonly skills: readonly string[];
  /** Blocks of orders that get it as their amount. */
  readonly blocks: readonly number[];
}

/** What a step writes, all of it in one commit. */
export function stepOf(work: FaultCase, step: number): PlannedStep {
  const all = Array.from({ length: BLOCKS }, (_, block) => block);
  const slot = step % SLOTS;
  if (work === "import") return { by: "import", skills: ["last"], blocks: all };
  if (work === "restore" && step % 2 === 0) return { by: "restore", skills: ["last"], blocks: all };
  const hasBlock = work !== "restore" && step % BLOCK_EVERY === 0;
  const blocks = hasBlock ? [(step / BLOCK_EVERY) % BLOCKS] : [];
  return { by: "commit", skills: ["last", `s${slot}`, `t${slot}`], blocks };
}

/** What a workspace says of itself: each skill with its name, each block with its count and amount. */
export function stateText(skills: ReadonlyMap<string, string>, blocks: ReadonlyMap<number, string>): string {
  const named = [...skills].map(([id, name]) => `${id}=${name}`).toSorted();
  const counted = [...blocks].map(([block, held]) => `b${block}=${held}`).toSorted();
  return [...named, ...counted].join(" ");
}

/** The state after so many steps. */
export function expectedState(work: FaultCase, steps: number): string {
  const skills = new Map<string, string>();
  const blocks = new Map<number, string>();
  for (let step = Math.max(1, steps - MEMORY_STEPS); step <= steps; step += 1) {
    const planned = stepOf(work, step);
    if (planned.by === "restore") {
      skills.clear();
      blocks.clear();
    }
    for (const id of planned.skills) skills.set(id, String(step));
    for (const block of planned.blocks) blocks.set(block, `${BLOCK_ORDERS}x${step}`);
  }
  return stateText(skills, blocks);
}

/** What the harness asks of a workspace. */
export type Order =
  | { readonly do: "write"; readonly steps: number }
  | { readonly do: "write-on" | "close" | "backup" | "export" | "retry" | "look" }
  /** Comes again with so many schema steps more than the app has. */
  | { readonly do: "reload"; readonly schemaSteps: number };

/** What a workspace tells the harness. Acknowledged steps are written down there, outside the browser. */
export type Report = { readonly from: string } & (
  | {
      readonly what: "opened";
      readonly outcome: string;
      /** Why the start could only show what can be rescued. */
      readonly why?: string;
      readonly said: readonly string[];
      /** Steps that the state holds; -1 where there is no workspace yet. */
      readonly step: number;
      readonly state: string;
      /** Skills whose schema steps were not each applied once. */
      readonly misstepped: readonly string[];
      readonly openMs: number;
    }
  | { readonly what: "begun-step" }
  | { readonly what: "acknowledged"; readonly step: number; readonly status: string; readonly ms: number }
  | { readonly what: "refused"; readonly step: number; readonly status: string; readonly ms: number }
  | {
      readonly what: "done";
      readonly order: Order["do"];
      readonly ok: boolean;
      readonly status: string;
      readonly ms: number;
    }
  | { readonly what: "failed"; readonly error: string }
);
