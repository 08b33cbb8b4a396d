import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanPage } from "./plan-page.tsx";
import { trainingTabs } from "./training-tabs.ts";
import "./training.css";

/** Fetched when they are first opened. */
const CoursesPage = lazy(async () => ({ default: (await import("./courses-page.tsx")).CoursesPage }));
const CalendarPage = lazy(async () => ({ default: (await import("./calendar-page.tsx")).CalendarPage }));
const EffectPage = lazy(async () => ({ default: (await import("./effect-page.tsx")).EffectPage }));
const ProposalsPage = lazy(async () => ({ default: (await import("./proposals-page.tsx")).ProposalsPage }));
const MatrixPage = lazy(async () => ({ default: (await import("./matrix-page.tsx")).MatrixPage }));

/** 培训: the plan of a year, what is taught, who has taken it, what should come next and what came of it. */
export function TrainingRoom({ path }: { readonly path: string }) {
  return (
    <Suspense fallback={<LatePage path={path} />}>
      <TrainingPlace path={path} />
    </Suspense>
  );
}

/** The tabs stay while a page is fetched. */
function LatePage({ path }: { readonly path: string }) {
  return (
    <Page tabs={trainingTabs(useWords())} activeTab={path}>
      <LateSkeleton />
    </Page>
  );
}

function TrainingPlace({ path }: { readonly path: string }) {
  if (path === "courses") return <CoursesPage />;
  if (path === "proposals") return <ProposalsPage />;
  if (path === "calendar") return <CalendarPage />;
  if (path === "effect") return <EffectPage />;
  return path === "matrix" ? <MatrixPage /> : <PlanPage />;
}
