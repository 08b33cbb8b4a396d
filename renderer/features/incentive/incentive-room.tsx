import { lazy, Suspense } from "react";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { incentiveTabs } from "./incentive-tabs.ts";

/** Fetched when they are first opened. */
const BoardPage = lazy(async () => ({ default: (await import("./board-page.tsx")).BoardPage }));
const BookPage = lazy(async () => ({ default: (await import("./book-page.tsx")).BookPage }));
const EventsPage = lazy(async () => ({ default: (await import("./events-page.tsx")).EventsPage }));
const PromotionPage = lazy(async () => ({
  default: (await import("./promotion-page.tsx")).PromotionPage,
}));
const RecognitionPage = lazy(async () => ({
  default: (await import("./recognition-page.tsx")).RecognitionPage,
}));

/** 激励: what people get for their results, and why. */
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
    <Page tabs={tabs} activeTab={path}>
      <LateSkeleton />
    </Page>
  );
}

function IncentivePlace({ path }: { readonly path: string }) {
  const tabs = incentiveTabs(useWords(), settingsOf(useWorkspace()));
  if (path === "promotion") return <PromotionPage tabs={tabs} />;
  if (path === "events") return <EventsPage tabs={tabs} />;
  if (path === "book") return <BookPage tabs={tabs} />;
  if (path === "board") return <BoardPage tabs={tabs} />;
  return <RecognitionPage tabs={tabs} />;
}
