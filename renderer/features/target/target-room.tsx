import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AllocationPage } from "./allocation-page.tsx";
import { CalendarPage } from "./calendar-page.tsx";
import { ForecastPage } from "./forecast-page.tsx";
import { ReasonDrawer } from "./reason-drawer.tsx";
import { TargetTablePage } from "./target-table-page.tsx";
import { targetTabs } from "./target-tabs.ts";

/** Fetched when they are first opened. */
const GoalsPage = lazy(async () => ({ default: (await import("./goals-page.tsx")).GoalsPage }));
const LettersPage = lazy(async () => ({ default: (await import("./letters-page.tsx")).LettersPage }));
const SheetPage = lazy(async () => ({ default: (await import("./sheet-page.tsx")).SheetPage }));
const VersionsPage = lazy(async () => ({ default: (await import("./versions-page.tsx")).VersionsPage }));

/** 目标: the target table, the assistant that divides a whole, and the working calendar that its pace runs on. */
export function TargetRoom({ path }: { readonly path: string }) {
  return (
    <>
      <Suspense fallback={<LatePage path={path} />}>
        <TargetPlace path={path} />
      </Suspense>
      <ReasonDrawer />
    </>
  );
}

/** The tabs stay while a page is fetched. */
function LatePage({ path }: { readonly path: string }) {
  return (
    <Page tabs={targetTabs(useWords())} activeTab={path}>
      <LateSkeleton />
    </Page>
  );
}

function TargetPlace({ path }: { readonly path: string }) {
  if (path === "forecast") return <ForecastPage />;
  if (path === "goals") return <GoalsPage />;
  if (path === "sheet") return <SheetPage />;
  if (path === "versions") return <VersionsPage />;
  if (path === "allocation") return <AllocationPage />;
  if (path === "letters") return <LettersPage />;
  return path === "calendar" ? <CalendarPage /> : <TargetTablePage />;
}
