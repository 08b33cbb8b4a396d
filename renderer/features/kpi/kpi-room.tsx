import { lazy, Suspense } from "react";
import { placeHref } from "../../platform/place.ts";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LibraryPage } from "./library-page.tsx";
import { SetsPage } from "./sets-page.tsx";
import { ValuesPage } from "./values-page.tsx";

/** Fetched when it is first opened. */
const CardsPage = lazy(async () => ({ default: (await import("./cards-page.tsx")).CardsPage }));

const TABS = ["values", "cards", "sets", "library"] as const;
type Tab = (typeof TABS)[number];

/** The room of KPIs: `values`, `cards/<subject>`, `sets`, `library`, `library/<kpi id>`. */
export function KpiRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const [first = "", id] = path.split("/");
  const active: Tab = TABS.find((tab) => tab === first) ?? "values";
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`kpi.tab.${key}`),
    href: placeHref("kpi", key),
  }));
  if (active === "sets") return <SetsPage tabs={tabs} />;
  if (active === "library") {
    return <LibraryPage tabs={tabs} kpiId={id === undefined ? null : decodeURIComponent(id)} />;
  }
  if (active === "cards") {
    return (
      <Suspense
        fallback={
          <Page tabs={tabs} activeTab="cards">
            <LateSkeleton />
          </Page>
        }
      >
        <CardsPage tabs={tabs} path={path} />
      </Suspense>
    );
  }
  return <ValuesPage tabs={tabs} />;
}
