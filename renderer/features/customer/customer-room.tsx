import { lazy } from "react";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CustomersPage } from "./customers-page.tsx";
import { DealsPage } from "./deals-page.tsx";
import { ImportsPage } from "./imports-page.tsx";
import { NewImportPage } from "./new-import-page.tsx";
import { OrdersPage } from "./orders-page.tsx";
import { PipelinePage } from "./pipeline-page.tsx";
import "./customer.css";

const TABS = ["customers", "deals", "pipeline", "orders", "analysis", "match", "imports"] as const;

/** Fetched when they are first opened. */
const AnalysisPage = lazy(async () => ({ default: (await import("./analysis-page.tsx")).AnalysisPage }));
const MatchPage = lazy(async () => ({ default: (await import("./match/match-page.tsx")).MatchPage }));
const DifferencePage = lazy(async () => ({
  default: (await import("./difference-page.tsx")).DifferencePage,
}));

/** The room of customers: the tabs, and below imports (also `batches`) the wizard `imports/new` and `imports/difference`. */
export function CustomerRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`customer.tab.${key}`),
    href: placeHref("customer", key),
  }));
  if (path === "deals") return <DealsPage tabs={tabs} />;
  if (path === "pipeline") return <PipelinePage tabs={tabs} />;
  if (path === "orders") return <OrdersPage tabs={tabs} />;
  if (path === "analysis") return <AnalysisPage tabs={tabs} />;
  if (path === "imports/new") return <NewImportPage tabs={tabs} />;
  if (path === "imports/difference") return <DifferencePage tabs={tabs} />;
  if (path === "imports" || path === "batches") return <ImportsPage tabs={tabs} />;
  if (path === "match") return <MatchPage tabs={tabs} />;
  return <CustomersPage tabs={tabs} />;
}
