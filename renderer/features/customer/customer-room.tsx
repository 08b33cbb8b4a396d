import type { ReactElement } from "react";
import { placeHref } from "../../platform/place.ts";
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

const TABS = ["customers", "deals", "pipeline", "orders", "cases", "care", "imports"] as const;

const PAGES: Readonly<Record<RoomView, (props: ViewProps) => ReactElement>> = {
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

/** The room of customers: the tables of the book by their names, `customers/<id>`, `pipeline`, `care`,
 * `imports` (also `batches`), `imports/new`. */
export function CustomerRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`customer.tab.${key}`),
    href: placeHref("customer", key),
  }));
  if (path === "pipeline") return <PipelinePage tabs={tabs} />;
  if (path === "imports/new") return <NewImportPage tabs={tabs} />;
  if (path === "imports" || path === "batches") return <ImportsPage tabs={tabs} />;
  if (path === "care") return <CarePage tabs={tabs} />;
  if (path.startsWith("customers/")) {
    const id = decodeURIComponent(path.slice("customers/".length));
    return <CustomerPage key={id} tabs={tabs} id={id} />;
  }
  const Shown = PAGES[path as RoomView] ?? CustomersPage;
  return <Shown key={path} tabs={tabs} />;
}
