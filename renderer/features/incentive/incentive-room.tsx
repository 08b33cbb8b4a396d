import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { incentiveTabs } from "./incentive-tabs.ts";
import { StatementsPage } from "./statements-page.tsx";

/** Fetched when they are first opened. */
const PlansPage = lazy(async () => ({ default: (await import("./plans-page.tsx")).PlansPage }));
const SimulatorPage = lazy(async () => ({ default: (await import("./simulator-page.tsx")).SimulatorPage }));
const BudgetsPage = lazy(async () => ({ default: (await import("./budgets-page.tsx")).BudgetsPage }));

/** 激励: what members are paid, by which rules, and what other rules would have cost. */
export function IncentiveRoom({ path }: { readonly path: string }) {
  return (
    <Suspense fallback={<LatePage path={path} />}>
      <IncentivePlace path={path} />
    </Suspense>
  );
}

/** The tabs stay while a page is fetched. */
function LatePage({ path }: { readonly path: string }) {
  return (
    <Page tabs={incentiveTabs(useWords())} activeTab={path.split("/")[0] || "statements"}>
      <LateSkeleton />
    </Page>
  );
}

function IncentivePlace({ path }: { readonly path: string }) {
  const [place, id = ""] = path.split("/");
  if (place === "plans") return <PlansPage shownId={decodeURIComponent(id)} />;
  if (place === "simulator") return <SimulatorPage />;
  if (place === "budgets") return <BudgetsPage />;
  return <StatementsPage shownId={decodeURIComponent(id)} />;
}
