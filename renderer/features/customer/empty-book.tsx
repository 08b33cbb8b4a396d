import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openWizard } from "./import/open-wizard.ts";
import { RoomViews, tabOf } from "./room-views.tsx";
import type { RoomView, ViewProps } from "./room-views.tsx";

/** A table before its first record: what belongs here, and the two ways in. */
export function EmptyBook(
  props: ViewProps & { readonly table: TypedTable; readonly view: RoomView | "pipeline"; onAdd(): void },
) {
  const words = useWords();
  const { table, view } = props;
  const isPipeline = view === "pipeline";
  return (
    <Page
      tabs={props.tabs}
      activeTab={isPipeline ? view : tabOf(view)}
      {...(isPipeline || tabOf(view) === "deals" ? {} : { tools: <RoomViews view={view} /> })}
    >
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
