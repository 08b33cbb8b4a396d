import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openWizard } from "./import/open-wizard.ts";

/** A table before its first record: what belongs here, and the two ways in. */
export function EmptyBook(props: {
  readonly tabs: readonly PageTab[];
  readonly activeTab: "customers" | "deals" | "pipeline" | "orders";
  onAdd(): void;
}) {
  const words = useWords();
  const table = props.activeTab === "pipeline" ? "deals" : props.activeTab;
  return (
    <Page tabs={props.tabs} activeTab={props.activeTab}>
      <EmptyState
        title={words.text(`customer.empty.${table}`)}
        text={words.text("customer.empty.text")}
        actions={[
          { label: words.text(`customer.new.${table}`), onClick: props.onAdd },
          { label: words.text("customer.empty.import"), onClick: openWizard },
        ]}
      />
    </Page>
  );
}
