import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Tables that share a tab: what belongs to customers, to orders and to cases. The first is the tab's own. */
const VIEWS = {
  customers: ["customers", "contacts", "activities", "products"],
  orders: ["orders", "payments", "receivables"],
  cases: ["cases", "answers", "satisfaction"],
} as const;

export type RoomView = TypedTable | "receivables" | "satisfaction";

/** A table's page: the room's tabs, and which view it is. */
export interface ViewProps {
  readonly tabs: readonly PageTab[];
}

/** The tab under which a view stands. */
export function tabOf(view: RoomView): string {
  return Object.entries(VIEWS).find(([, views]) => (views as readonly string[]).includes(view))?.[0] ?? view;
}

/** The views of one tab beside each other; nothing where the tab has one. */
export function RoomViews({ view }: { readonly view: RoomView }) {
  const words = useWords();
  const tab = tabOf(view);
  const views: readonly RoomView[] = VIEWS[tab as keyof typeof VIEWS] ?? [];
  if (views.length === 0) return null;
  return (
    <nav className="room-views" aria-label={words.text("customer.views")}>
      {views.map((one) => (
        <a
          key={one}
          href={placeHref("customer", one)}
          className="button chip"
          aria-current={one === view ? "page" : undefined}
        >
          {words.text(`customer.view.${one}`)}
        </a>
      ))}
    </nav>
  );
}
