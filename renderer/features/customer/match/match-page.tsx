import { startTransition, useEffect, useMemo, useState } from "react";
import { seekAllPairs } from "../../../../core/customer/match/match-pairs.ts";
import type { MatchPair } from "../../../../core/customer/match/match-pair.ts";
import { soundOf } from "../../../../core/customer/match/sound-of.ts";
import { TWIN_TABLES } from "../../../../core/customer/records.ts";
import type { Source, TwinTable } from "../../../../core/customer/records.ts";
import { factById, factsOf, rowsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { inTurns, whileWanted } from "../../../storage/in-turns.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import type { PageTab } from "../../../ui/page.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { openWizard } from "../import/open-wizard.ts";
import { acceptCertain } from "./match-actions.ts";
import { MatchQueue } from "./match-queue.tsx";
import { DifferentList, MatchedList, matchedTwins } from "./matched-list.tsx";
import { SourceOrderField } from "./source-order-field.tsx";
import "./match.css";

const VIEWS = ["queue", "matched", "different"] as const;
type View = (typeof VIEWS)[number];
type Shown = TwinTable | "all";

/** Two systems as one book: what may be the same, what has been matched, and whose word holds. */
export function MatchPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { pairs, share } = usePairs(workspace);
  const [view, setView] = useState<View>("queue");
  const [table, setTable] = useState<Shown>("all");
  const twins = useMemo(() => matchedTwins(workspace), [workspace]);
  const verdicts = rowsOf(workspace, "matchVerdicts").length;
  const sources = useMemo(() => sourcesIn(workspace), [workspace]);
  const isOne = sources.size < 2 && twins.length === 0 && pairs?.length === 0;
  if (isOne) return <OnlyOne tabs={tabs} />;
  const counts = { queue: pairs?.length ?? 0, matched: twins.length, different: verdicts };
  const counted = view === "matched" ? twins : (pairs ?? []);
  const shown = (pairs ?? []).filter((pair) => table === "all" || pair.table === table);
  const certain = shown.filter((pair) => pair.certainty === "certain");
  return (
    <Page
      tabs={tabs}
      activeTab="match"
      {...(view === "queue" ? { hint: words.text("customer.match.hint") } : {})}
      tools={
        <>
          {view === "queue" && certain.length > 0 && (
            <Button
              kind="primary"
              title={words.text("customer.match.accept-hint")}
              onClick={() => void acceptCertain(certain)}
            >
              {words.text("customer.match.accept", { count: certain.length })}
            </Button>
          )}
          <Choice<View>
            label={words.text("customer.match.view")}
            value={view}
            options={VIEWS.map((value) => ({
              value,
              label: words.text(`customer.match.view.${value}`, { count: counts[value] }),
            }))}
            onChange={setView}
          />
          {view !== "different" && (
            <Choice<Shown>
              label={words.text("customer.match.table")}
              value={table}
              options={(["all", ...TWIN_TABLES] as const).map((value) => ({
                value,
                label: words.text(`customer.match.table.${value}`, {
                  count: counted.filter((one) => value === "all" || one.table === value).length,
                }),
              }))}
              onChange={setTable}
            />
          )}
        </>
      }
    >
      {view === "queue" && <Queue pairs={pairs === null ? null : shown} share={share} />}
      {view === "matched" && <MatchedList table={table} />}
      {view === "different" && <DifferentList />}
      <SourceOrderField sources={sources} />
    </Page>
  );
}

function OnlyOne({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  return (
    <Page tabs={tabs} activeTab="match">
      <EmptyState
        title={words.text("customer.match.empty.one")}
        text={words.text("customer.match.empty.one-text")}
        actions={[{ label: words.text("customer.match.empty.one-action"), onClick: openWizard }]}
      />
    </Page>
  );
}

function Queue({ pairs, share }: FoundPairs) {
  const words = useWords();
  if (pairs === null) {
    const working = words.text("customer.match.working");
    return (
      <div className="match-working">
        <p className="quiet">{working}</p>
        <progress value={share} aria-label={working} />
      </div>
    );
  }
  if (pairs.length > 0) return <MatchQueue pairs={pairs} />;
  return (
    <EmptyState
      title={words.text("customer.match.empty.queue")}
      text={words.text("customer.match.empty.queue-text")}
    />
  );
}

interface FoundPairs {
  /** `null` while the first are being found. */
  readonly pairs: readonly MatchPair[] | null;
  readonly share: number;
}

/** The pairs, compared between two strokes; those of a book that was on screen a moment ago stay until all is compared anew,
 * without the ones that are settled since. */
function usePairs(workspace: Workspace): FoundPairs {
  const [found, setFound] = useState<FoundPairs>({ pairs: null, share: 0 });
  useEffect(() => {
    let isWanted = true;
    const steps = whileWanted(seekAllPairs(workspace, soundOf), () => isWanted);
    const tell = (share: number) => isWanted && setFound(({ pairs }) => ({ pairs, share }));
    void inTurns(steps, tell).then((pairs) => {
      if (pairs !== null && isWanted) startTransition(() => setFound({ pairs, share: 1 }));
    });
    return () => {
      isWanted = false;
    };
  }, [workspace]);
  const { pairs, share } = found;
  const left = useMemo(
    () =>
      pairs?.filter(
        ({ id, table, ids }) =>
          !workspace.rows.matchVerdicts.has(id) && ids.every((each) => factById(workspace, table, each)),
      ) ?? null,
    [pairs, workspace],
  );
  return { pairs: left, share };
}

function sourcesIn(workspace: Workspace): ReadonlySet<Source> {
  const batches = rowsOf(workspace, "batches").map((batch) => batch.source);
  return new Set([...batches, ...factsOf(workspace, "twins").map((twin) => twin.source)]);
}
