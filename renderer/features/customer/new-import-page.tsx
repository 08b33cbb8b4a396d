import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { ImportWizard } from "./import/import-wizard.tsx";

/** The import wizard as a place of its own. */
export function NewImportPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  return (
    <Page tabs={tabs} activeTab="imports">
      <ImportWizard />
    </Page>
  );
}
