import { lazy, Suspense } from "react";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { incentiveTabs } from "./incentive-tabs.ts";
import { StatementsPage } from "./statements-page.tsx";

/** Fetched when they are first opened. */
const PlansPage = lazy(async () => ({ default: (await import("./plans-page.tsx")).PlansPage }));
const SimulatorPage = lazy(async () => ({ default: (await import("./simulator-page.tsx")).SimulatorPage }));
const BudgetsPage = lazy(async () => ({ default: (await import("./budgets-page.tsx")).BudgetsPage }));
const BoardPage = lazy(async () => ({ default: (await import("./board-page.tsx")).BoardPage }));
const BookPage = lazy(async () => ({ default: (await import("./book-page.tsx")).BookPage }));
const EventsPage = lazy(async () => ({ default: (await import("./events-page.tsx")).EventsPage }));
const PromotionPage = lazy(async () => ({
  default: (await import("./promotion-page.tsx")).PromotionPage,
}));
const RecognitionPage = lazy(async () => ({
  default: (await import("./recognition-page.tsx")).RecognitionPage,
}));

/** 激励: what members are paid, by which rules, and what else they get for their results. */
export function IncentiveRoom({ path }: { readonly path: string }) {
  return (
    <Suspense fallback={<LatePage path={path} />}>
      <IncentivePlace path={path} />
    </Suspense>
  );
}

/** The tabs stay while a page is fetched. */
function LatePage({ path }: { readonly path: string }) {
  const tabs = incentiveTabs(useWords(), settingsOf(useWorkspace()));
  return (
    <Page tabs={tabs} activeTab={path.split("/")[0] || "statements"}>
      <LateSkeleton />
    </Page>
  );
}

function IncentivePlace({ path }: { readonly path: string }) {
  const tabs = incentiveTabs(useWords(), settingsOf(useWorkspace()));
  const [place, id = ""] = path.split("/");
  if (place === "plans") return <PlansPage tabs={tabs} shownId={decodeURIComponent(id)} />;
  if (place === "simulator") return <SimulatorPage tabs={tabs} />;
  if (place === "budgets") return <BudgetsPage tabs={tabs} />;
  if (place === "promotion") return <PromotionPage tabs={tabs} />;
  if (place === "recognition") return <RecognitionPage tabs={tabs} />;
  if (place === "events") return <EventsPage tabs={tabs} />;
  if (place === "book") return <BookPage tabs={tabs} />;
  if (place === "board") return <BoardPage tabs={tabs} />;
  return <StatementsPage tabs={tabs} shownId={decodeURIComponent(id)} />;
}
