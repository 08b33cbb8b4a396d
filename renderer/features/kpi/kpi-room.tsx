import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LibraryPage } from "./library-page.tsx";
import { SetsPage } from "./sets-page.tsx";
import { ValuesPage } from "./values-page.tsx";

const TABS = ["values", "sets", "library"] as const;
type Tab = (typeof TABS)[number];

/** The room of KPIs: `values`, `sets`, `library`, `library/<kpi id>`. */
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
  return <ValuesPage tabs={tabs} />;
}
