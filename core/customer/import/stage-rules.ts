import type { Ppm } from "../../base/money.ts";
import { nameKey } from "../../team/name-key.ts";
import { CATEGORY_WORDS, DEFAULT_STAGES, OPEN_STATUS, OPEN_WORDS } from "../locales/import-stages.ts";
import type { Deal, Source, Stage } from "../records.ts";

/** What a stage means. */
export interface StageMeaning {
  readonly category: Deal["category"];
  readonly probability?: Ppm | undefined;
}

/** What an import knows about stages, strongest first: its own map, the workspace's stages, the source's defaults. */
export interface StageKnowledge {
  readonly source: Source;
  readonly stages: readonly Stage[];
  readonly map?: Readonly<Record<string, StageMeaning>> | undefined;
}

const CATEGORY_ORDER: readonly Deal["category"][] = ["open", "won", "lost", "void"];

/** Finds what stages and statuses of one source mean. Names are compared as `nameKey` prints them. */
export class StageRules {
  readonly #source: Source;
  readonly #known = new Map<string, StageMeaning>();
  readonly #mapped = new Map<string, StageMeaning>();
  /** Files name few stages in many rows. */
  readonly #found = new Map<string, StageMeaning>();

  constructor(knowledge: StageKnowledge) {
    this.#source = knowledge.source;
    for (const [stage, category, percent] of DEFAULT_STAGES[knowledge.source] ?? []) {
      const probability = percent === null ? undefined : ((percent * 10_000) as Ppm);
      this.#known.set(nameKey(stage), { category, probability });
    }
    for (const stage of knowledge.stages) {
      if (stage.source === knowledge.source) this.#known.set(nameKey(stage.stage), stage);
    }
    for (const [stage, meaning] of Object.entries(knowledge.map ?? {})) {
      this.#mapped.set(nameKey(stage), meaning);
    }
  }

  /** What a deal's stage and status make of it. A status that says open, won, lost or void decides; one that says
   * nothing leaves it to the stage. */
  meaningOf(stage: string | undefined, status: string | undefined): StageMeaning {
    const key = `${stage ?? ""}\n${status ?? ""}`;
    const found = this.#found.get(key) ?? this.#judge(stage, status);
    this.#found.set(key, found);
    return found;
  }

  #judge(stage: string | undefined, status: string | undefined): StageMeaning {
    const byStage = stage === undefined ? undefined : this.meaningOfStage(stage);
    const byStatus = status === undefined ? undefined : this.#meaningOfStatus(status);
    if (byStatus === undefined) return byStage ?? { category: "open" };
    if (byStatus.category === byStage?.category) return byStage;
    const isMute = byStatus.category === "open" && !this.#mapped.has(nameKey(status!));
    if (byStage !== undefined && isMute && !OPEN_STATUS.test(status!.trim())) return byStage;
    return { category: byStatus.category, probability: certainty(byStatus.category) ?? byStage?.probability };
  }

  /** What a stage means: as mapped, as known, else by its words; nothing said is open. */
  meaningOfStage(stage: string): StageMeaning {
    const key = nameKey(stage);
    const found = this.#mapped.get(key) ?? this.#known.get(key);
    if (found)
      return { category: found.category, probability: found.probability ?? certainty(found.category) };
    const category = categoryByWords(stage);
    return { category, probability: certainty(category) };
  }

  /** Stages in the order of a pipeline: open ones as their source knows them, those of the team's own as the file has them,
   * then won, lost and void ones. */
  inOrder<T extends { readonly stage: string; readonly category: Deal["category"] }>(
    stages: readonly T[],
  ): readonly T[] {
    const names = (DEFAULT_STAGES[this.#source] ?? []).map(([name]) => nameKey(name));
    const place = ({ stage }: T) => {
      const index = names.indexOf(nameKey(stage));
      return index < 0 ? names.length : index;
    };
    const rank = ({ category }: T) => CATEGORY_ORDER.indexOf(category);
    return stages.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
  }

  #meaningOfStatus(status: string): StageMeaning {
    return this.#mapped.get(nameKey(status)) ?? { category: categoryByWords(status) };
  }
}

/** What the words of a stage or status say; "open" when they say nothing.
 * @example categoryByWords("Closed Won") // => "won"
 * @example categoryByWords("谈判审核") // => "open"
 */
export function categoryByWords(text: string): Deal["category"] {
  if (OPEN_WORDS.test(text)) return "open";
  return CATEGORY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? "open";
}

/** What a category alone says of the chance: won is certain, lost and void are out, open says nothing.
 * @example certainty("won") // => 1000000
 */
export function certainty(category: Deal["category"]): Ppm | undefined {
  if (category === "won") return 1_000_000 as Ppm;
  return category === "open" ? undefined : (0 as Ppm);
}
