import type { Day } from "../../base/day.ts";
import type { BadRow, Deal } from "../records.ts";

/** Names another record as the row does: by its source's id, its name, or both. */
export interface Mention {
  readonly sourceId?: string;
  readonly name?: string;
}

/** One good row before it meets what is known: only what the file says. An empty cell has no field. */
export interface Draft {
  /** The fact's id: `<source>:<object>:<source id>`, or `…:~<name>|<owner>|<created>` without one. */
  readonly id: string;
  readonly sourceId?: string;
  readonly line: number;
  readonly name: string;
  /** Fields of the record, as in its schema. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields taken only where nothing is known or the stage has moved: the stage's own probability. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly customer?: Mention;
  readonly deal?: Mention;
  readonly order?: Mention;
}

/** A row of a members' file. */
export interface MemberDraft {
  readonly line: number;
  readonly name: string;
  readonly employeeNumber?: string;
  readonly aliases: readonly string[];
  readonly email?: string;
  readonly phone?: string;
  readonly title?: string;
  readonly group?: string;
  readonly hiredOn?: Day;
  readonly leftOn?: Day;
}

/** A stage that a file uses and what it was taken for. */
export interface SeenStage {
  readonly stage: string;
  readonly category: Deal["category"];
  readonly probability?: number | undefined;
}

/** What reading made of the rows. `read` = drafts (of either kind) + voided + bad rows. */
export interface ReadRows {
  readonly read: number;
  readonly drafts: readonly Draft[];
  readonly members: readonly MemberDraft[];
  /** Records that their system has voided: counted as skipped. */
  readonly voided: number;
  /** One for each bad row: the first thing that is wrong with it. */
  readonly bad: readonly BadRow[];
  /** Ids of the facts whose rows are bad or voided, where the row tells: the file speaks of them all the same. */
  readonly passedIds: readonly string[];
  /** Owner as in the file → good rows. */
  readonly rowsByOwner: ReadonlyMap<string, number>;
  readonly stages: readonly SeenStage[];
  /** The file has no id column: records are told apart by name, owner and day of creation. */
  readonly isKeyless: boolean;
}
