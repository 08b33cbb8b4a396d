import { useMemo } from "react";
import type { Day } from "../../../core/base/day.ts";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import type { RecordOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useFactTests } from "./fact-filter.tsx";

/** How a table's rows are told apart: the day on which one counts, where it has one, and the texts that are searched beside
 * customer and owner. */
export interface ShownBy<T extends TypedTable> {
  day?(row: RecordOf<T>): Day | undefined;
  texts(row: RecordOf<T>): readonly (string | undefined)[];
  /** Absent: as the book has them. */
  readonly order?: "latest-first";
}

/** Products name no customer. */
type CustomerOf = Parameters<typeof currentCustomerName>[1];

/** The rows of a table that pass the room's filter. `by` is taken as it is at first. */
export function useShown<T extends TypedTable>(table: T, by: ShownBy<T>): readonly RecordOf<T>[] {
  const workspace = useWorkspace();
  const tests = useFactTests();
  const facts = factsOf(workspace, table);
  const { day, order } = by;
  const rows = useMemo(
    () =>
      order === undefined || day === undefined
        ? facts
        : facts.toSorted((a, b) => ((day(a) ?? "") < (day(b) ?? "") ? 1 : -1)),
    // oxlint-disable-next-line react/exhaustive-deps
    [facts],
  );
  const { customers } = workspace.facts;
  return useMemo(
    () =>
      rows.filter(
        (row) =>
          tests.isOwned(row) &&
          (day === undefined || tests.isInSpan(day(row))) &&
          (!tests.isSearching ||
            tests.hasText(
              ...by.texts(row),
              currentCustomerName(customers, row as CustomerOf),
              row.ownerName,
            )),
      ),
    // The tests are new at every draw; their key says when they differ.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows, customers, tests.key, tests.index],
  );
}
