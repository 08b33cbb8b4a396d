import { create } from "zustand";
import type { MemberId } from "../../../core/base/id.ts";
import { inPeriod, parsePeriod } from "../../../core/base/period.ts";
import type { Day } from "../../../core/base/day.ts";
import { creditsOf, ownerIndex } from "../../../core/customer/owner.ts";
import type { OwnedFact, OwnerIndex } from "../../../core/customer/owner.ts";
import { rowsOf, settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** What the tables of this room show. */
interface FactFilter {
  readonly owner: "all" | "unassigned" | MemberId;
  readonly span: "all" | "period";
  readonly text: string;
}

/** One filter for the room's tables: who looks at one owner's deals wants their orders next. */
export const factFilter = create<FactFilter>(() => ({ owner: "all", span: "all", text: "" }));

/** The filter as tests on facts. */
export interface FactTests {
  readonly index: OwnerIndex;
  /** Whether an owner is chosen: else every fact is owned as wanted. */
  readonly isOwnerChosen: boolean;
  isOwned(fact: OwnedFact): boolean;
  isInSpan(on: Day | null | undefined): boolean;
  /** Whether a text is looked for: a hundred thousand rows need not name theirs for nothing. */
  readonly isSearching: boolean;
  hasText(...texts: readonly (string | undefined)[]): boolean;
  readonly key: string;
  /** What of the key the span alone decides. */
  readonly spanKey: string;
}

export function useFactTests(): FactTests {
  const filter = factFilter();
  const workspace = useWorkspace();
  const periodId = useView((view) => view.periodId);
  const index = ownerIndex(rowsOf(workspace, "members"));
  const period = filter.span === "all" ? null : parsePeriod(periodId, settingsOf(workspace).fiscalStart);
  const wanted = filter.text.trim().toLowerCase();
  const pattern = wanted === "" ? null : new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  const spanKey = filter.span === "all" ? "" : periodId;
  return {
    index,
    key: `${filter.owner}/${spanKey}/${wanted}`,
    spanKey,
    isOwnerChosen: filter.owner !== "all",
    isOwned(fact) {
      if (filter.owner === "all") return true;
      const { shares, unassigned } = creditsOf(fact, index);
      if (filter.owner === "unassigned") return unassigned > 0;
      return shares.some((credit) => credit.memberId === filter.owner);
    },
    isInSpan: (on) => period === null || (on !== null && on !== undefined && inPeriod(on, period)),
    isSearching: pattern !== null,
    hasText: (...texts) => pattern === null || texts.some((text) => text !== undefined && pattern.test(text)),
  };
}

/** Owner, period and text: the same line above every table of the room. */
export function FilterLine({ withPeriod = true }: { readonly withPeriod?: boolean }) {
  const words = useWords();
  const filter = factFilter();
  const members = rowsOf(useWorkspace(), "members");
  const periodId = useView((view) => view.periodId);
  return (
    <>
      <Choice
        label={words.text("customer.field.owner")}
        value={filter.owner}
        options={[
          { value: "all", label: words.text("customer.filter.everyone") },
          { value: "unassigned", label: words.text("base.unassigned") },
          ...members.map((member) => ({ value: member.id, label: member.name })),
        ]}
        onChange={(owner) => factFilter.setState({ owner: owner as FactFilter["owner"] })}
      />
      {withPeriod && (
        <Choice
          label={words.text("customer.filter.span")}
          value={filter.span}
          options={[
            { value: "all", label: words.text("customer.filter.all-time") },
            { value: "period", label: words.period(periodId) },
          ]}
          onChange={(span) => factFilter.setState({ span })}
        />
      )}
      <input
        type="search"
        className="text-input customer-search"
        aria-label={words.text("base.search")}
        placeholder={words.text("customer.filter.text")}
        value={filter.text}
        onChange={(event) => factFilter.setState({ text: event.target.value })}
      />
    </>
  );
}
