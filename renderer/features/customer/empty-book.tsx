import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openWizard } from "./import/open-wizard.ts";

/** A table before its first import: what belongs here, and the first step. */
export function EmptyBook(props: {
  readonly tabs: readonly PageTab[];
  readonly activeTab: "customers" | "deals" | "orders";
}) {
  const words = useWords();
  return (
    <Page tabs={props.tabs} activeTab={props.activeTab}>
      <EmptyState
        title={words.text(`customer.empty.${props.activeTab}`)}
        text={words.text("customer.empty.text")}
        actions={[{ label: words.text("customer.wizard.open"), onClick: openWizard }]}
      />
    </Page>
  );
}
