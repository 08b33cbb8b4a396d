import { lazy, Suspense } from "react";
import type { ComponentType, ReactElement } from "react";
import { placeHref } from "../../platform/place.ts";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ActivitiesPage } from "./activities-page.tsx";
import { AnswersPage } from "./answers-page.tsx";
import { CarePage } from "./care-page.tsx";
import { CasesPage } from "./cases-page.tsx";
import { ContactsPage } from "./contacts-page.tsx";
import { CustomerPage } from "./customer-page.tsx";
import { CustomersPage } from "./customers-page.tsx";
import { DealsPage } from "./deals-page.tsx";
import { ImportsPage } from "./imports-page.tsx";
import { NewImportPage } from "./new-import-page.tsx";
import { OrdersPage } from "./orders-page.tsx";
import { PaymentsPage } from "./payments-page.tsx";
import { PipelinePage } from "./pipeline-page.tsx";
import { ProductsPage } from "./products-page.tsx";
import { ReceivablesPage } from "./receivables-page.tsx";
import type { RoomView, ViewProps } from "./room-views.tsx";
import { SatisfactionPage } from "./satisfaction-page.tsx";
import "./customer.css";

const TABS = [
  "customers",
  "deals",
  "pipeline",
  "orders",
  "cases",
  "care",
  "analysis",
  "quality",
  "match",
  "imports",
] as const;

/** Fetched when they are first opened. */
const AnalysisPage = lazy(async () => ({ default: (await import("./analysis-page.tsx")).AnalysisPage }));
const MatchPage = lazy(async () => ({ default: (await import("./match/match-page.tsx")).MatchPage }));
const DifferencePage = lazy(async () => ({
  default: (await import("./difference-page.tsx")).DifferencePage,
}));
const StagesPage = lazy(async () => ({ default: (await import("./stages-page.tsx")).StagesPage }));
const QualityPage = lazy(async () => ({ default: (await import("./quality-page.tsx")).QualityPage }));

const PAGES: Readonly<Record<RoomView, ComponentType<ViewProps>>> = {
  customers: CustomersPage,
  contacts: ContactsPage,
  activities: ActivitiesPage,
  products: ProductsPage,
  deals: DealsPage,
  orders: OrdersPage,
  payments: PaymentsPage,
  receivables: ReceivablesPage,
  cases: CasesPage,
  answers: AnswersPage,
  satisfaction: SatisfactionPage,
};

/** The room of customers: the tables of the book by their names, `customers/<id>`, `pipeline` (and `stages`), `care`,
 * `analysis`, `quality`, `match`, and `imports` (also `batches`) with the wizard `imports/new` and `imports/difference`. */
export function CustomerRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`customer.tab.${key}`),
    href: placeHref("customer", key),
  }));
  return <Suspense fallback={<LatePage path={path} tabs={tabs} />}>{pageOf(path, tabs)}</Suspense>;
}

/** The tabs stay while a page is fetched. */
function LatePage({ path, tabs }: ViewProps & { readonly path: string }) {
  const [first] = path.split("/");
  return (
    <Page tabs={tabs} activeTab={first === "stages" ? "pipeline" : first!}>
      <LateSkeleton />
    </Page>
  );
}

function pageOf(path: string, tabs: readonly PageTab[]): ReactElement {
  if (path === "pipeline") return <PipelinePage tabs={tabs} />;
  if (path === "stages") return <StagesPage tabs={tabs} />;
  if (path === "analysis") return <AnalysisPage tabs={tabs} />;
  if (path === "quality") return <QualityPage tabs={tabs} />;
  if (path === "imports/new") return <NewImportPage tabs={tabs} />;
  if (path === "imports/difference") return <DifferencePage tabs={tabs} />;
  if (path === "imports" || path === "batches") return <ImportsPage tabs={tabs} />;
  if (path === "match") return <MatchPage tabs={tabs} />;
  if (path === "care") return <CarePage tabs={tabs} />;
  if (path.startsWith("customers/")) {
    const id = decodeURIComponent(path.slice("customers/".length));
    return <CustomerPage key={id} tabs={tabs} id={id} />;
  }
  const Shown = PAGES[path as RoomView] ?? CustomersPage;
  return <Shown key={path} tabs={tabs} />;
}
