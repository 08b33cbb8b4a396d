import { useMemo } from "react";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import type { OwnedFact } from "../../../core/customer/owner.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ownerColumn, textColumn } from "./fact-columns.tsx";

interface BookRow extends OwnedFact {
  readonly customerId?: string | undefined;
  readonly customerName?: string | undefined;
}

/** The columns that every table of the book has, for `make` to put among its own. */
export interface SharedColumns<Row> {
  readonly words: Words;
  readonly customer: DataColumn<Row>;
  readonly owner: DataColumn<Row>;
}

/** A table's columns, made anew only when what they show can have changed. `make` is taken as it is then. */
export function useColumns<Row extends BookRow>(
  make: (shared: SharedColumns<Row>) => readonly DataColumn<Row>[],
): readonly DataColumn<Row>[] {
  const words = useWords();
  const workspace = useWorkspace();
  const { customers } = workspace.facts;
  const { members } = workspace.rows;
  const index = ownerIndex(rowsOf(workspace, "members"));
  return useMemo(
    () =>
      make({
        words,
        customer: textColumn<Row>("customer", words.text("customer.field.customer"), {
          width: 200,
          text: (row) => currentCustomerName(customers, row),
        }),
        owner: ownerColumn<Row>(words.text("customer.field.owner"), { index, members }),
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [words, index, members, customers],
  );
}
