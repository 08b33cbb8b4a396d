import type { Product } from "../../../core/customer/records.ts";
import { moneyColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** What is sold, with its price. */
export function ProductsPage({ tabs }: ViewProps) {
  const shown = useShown("products", { texts: (one) => [one.name, one.productLine] });
  const columns = useColumns<Product>(({ words }) => [
    textColumn("name", words.text("customer.field.product"), { width: 260, text: (one) => one.name }),
    textColumn("line", words.text("customer.field.line"), {
      width: 160,
      text: (one) => one.productLine ?? "",
    }),
    moneyColumn("price", words.text("customer.field.price"), { words, amount: (one) => one.price }),
    moneyColumn("cost", words.text("customer.field.cost"), { words, amount: (one) => one.cost }),
  ]);
  const total = countTotal("customer.total.products", shown, (one) => ({
    ref: { table: "products", id: one.id },
    label: one.name,
  }));
  return <FactTablePage tabs={tabs} table="products" shown={shown} columns={columns} totals={[total]} />;
}
