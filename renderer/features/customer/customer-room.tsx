import { lazy, Suspense } from "react";
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

const TABS = ["customers", "deals", "pipeline", "orders", "quality", "imports"] as const;

const StagesPage = lazy(async () => ({ default: (await import("./stages-page.tsx")).StagesPage }));
const QualityPage = lazy(async () => ({ default: (await import("./quality-page.tsx")).QualityPage }));

/** The room of customers: `customers`, `deals`, `pipeline` (and `stages`), `orders`, `quality`, `imports` (also `batches`), `imports/new`. */
export function CustomerRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`customer.tab.${key}`),
    href: placeHref("customer", key),
  }));
  if (path === "deals") return <DealsPage tabs={tabs} />;
  if (path === "pipeline") return <PipelinePage tabs={tabs} />;
  if (path === "quality" || path === "stages") {
    const Later = path === "quality" ? QualityPage : StagesPage;
    return (
      <Suspense>
        <Later tabs={tabs} />
      </Suspense>
    );
  }
  if (path === "orders") return <OrdersPage tabs={tabs} />;
  if (path === "imports/new") return <NewImportPage tabs={tabs} />;
  if (path === "imports" || path === "batches") return <ImportsPage tabs={tabs} />;
  return <CustomersPage tabs={tabs} />;
}
