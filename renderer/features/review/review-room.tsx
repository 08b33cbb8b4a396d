import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { reviewTabs } from "./review-tabs.ts";

/** Fetched when they are first opened. */
const PackPage = lazy(async () => ({ default: (await import("./pack-page.tsx")).PackPage }));
const CyclePage = lazy(async () => ({ default: (await import("./cycle-page.tsx")).CyclePage }));
const EvidencePage = lazy(async () => ({ default: (await import("./evidence-page.tsx")).EvidencePage }));
const PlansPage = lazy(async () => ({ default: (await import("./plans-page.tsx")).PlansPage }));
const ScoresPage = lazy(async () => ({ default: (await import("./scores-page.tsx")).ScoresPage }));

/** 考核: the quarterly pack, the cycles of reviews, the diary and the scores that they rest on. */
export function ReviewRoom({ path }: { readonly path: string }) {
  const tabs = reviewTabs(useWords());
  const [place = ""] = path.split("/");
  const active = tabs.some(({ key }) => key === place) ? place : "pack";
  return (
    <Suspense
      fallback={
        <Page tabs={tabs} activeTab={active}>
          <LateSkeleton />
        </Page>
      }
    >
      <ReviewPlace place={active} path={path} />
    </Suspense>
  );
}

function ReviewPlace({ place, path }: { readonly place: string; readonly path: string }) {
  if (place === "cycle") return <CyclePage path={path} />;
  if (place === "evidence") return <EvidencePage path={path} />;
  if (place === "plans") return <PlansPage path={path} />;
  return place === "scores" ? <ScoresPage path={path} /> : <PackPage path={path} />;
}
