import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import { earlierCases, isCaseDone } from "../../../core/customer/case-chain.ts";
import type { Case } from "../../../core/customer/records.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { recordName } from "./book-commands.ts";
import { CaseStateCell, caseStateText, openStep } from "./case-state.tsx";
import { dayColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

const SHOWN = ["all", "unclosed", "due", "done"] as const;
type Shown = (typeof SHOWN)[number];

/** Complaints and service requests, the latest first, each with the step at which it stands. */
export function CasesPage({ tabs }: ViewProps) {
  const words = useWords();
  const today = useView((view) => view.today);
  const { cases } = useWorkspace().facts;
  const [kept, setKept] = useState<Shown>("all");
  const all = useShown("cases", {
    day: (one) => one.openedOn,
    texts: (one) => [one.number, one.subject, one.kind, one.text],
    order: "latest-first",
  });
  const earlier = earlierCases(cases);
  const isDue = (one: Case) => ["due", "overdue"].includes(openStep(one, today)?.state ?? "");
  const tests: Readonly<Record<Shown, (one: Case) => boolean>> = {
    all: () => true,
    unclosed: (one) => one.closedOn === undefined,
    due: isDue,
    done: isCaseDone,
  };
  const shown = all.filter(tests[kept]);
  const columns = useColumns<Case>(({ words: said, customer, owner }) => [
    dayColumn("opened", said.text("customer.field.opened"), { day: (one) => one.openedOn }),
    textColumn("subject", said.text("customer.field.subject"), { width: 220, text: recordName }),
    customer,
    textColumn("kind", said.text("customer.field.kind"), { width: 80, text: (one) => one.kind }),
    textColumn("status", said.text("customer.field.status"), { width: 84, text: (one) => one.status }),
    {
      key: "step",
      title: said.text("customer.case.step"),
      width: 150,
      text: (one) => caseStateText(said, one, today),
      render: (one) => <CaseStateCell one={one} today={today} />,
    },
    owner,
  ]);
  const totals = [
    countTotal("customer.total.cases", shown, listed),
    countTotal("customer.total.cases-open", shown.filter(tests.unclosed), listed),
    countTotal(
      "customer.total.cases-overdue",
      shown.filter((one) => isOverdue(one, today)),
      listed,
    ),
    countTotal(
      "customer.total.cases-again",
      shown.filter((one) => earlier.has(one.id)),
      listed,
    ),
  ];
  return (
    <FactTablePage
      tabs={tabs}
      table="cases"
      shown={shown}
      columns={columns}
      totals={totals}
      tools={
        <Choice<Shown>
          label={words.text("customer.case.show")}
          value={kept}
          options={SHOWN.map((value) => ({ value, label: words.text(`customer.case.shown.${value}`) }))}
          onChange={setKept}
        />
      }
    />
  );
}

function isOverdue(one: Case, today: Day): boolean {
  return openStep(one, today)?.state === "overdue";
}

function listed(one: Case) {
  const day = one.openedOn === undefined ? {} : { day: one.openedOn };
  return { ref: { table: "cases" as const, id: one.id }, label: recordName(one), ...day };
}
