import { useMemo } from "react";
import { frequencyClashes } from "../../../core/incentive/plan/frequency-clashes.ts";
import type { PayPlan } from "../../../core/incentive/records.ts";
import { listMessage } from "../../../core/team/name-key.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { usePay } from "./use-pay.ts";

/** Months that would be paid twice or not at all, where pay changes from months to quarters or back inside a quarter. */
export function PlanClashes({ plan }: { readonly plan: PayPlan }) {
  const words = useWords();
  const { context } = usePay();
  const clashes = useMemo(() => frequencyClashes(context, plan), [context, plan]);
  const { members } = context.kpi.rows;
  return (
    <div role="status">
      {clashes.map(({ quarterId, kind, monthIds, memberIds }) => (
        <FindingLine
          key={`${quarterId}:${kind}:${monthIds.join()}`}
          tone="at-risk"
          text={words.text(`incentive.plan.clash.${kind}`, {
            quarter: { period: quarterId },
            months: listMessage(monthIds.map((id) => words.period(id))),
            names: listMessage(memberIds.map((id) => members.get(id)?.name ?? id)),
          })}
          reason={words.text("incentive.plan.clash.remedy")}
          actions={[]}
        />
      ))}
    </div>
  );
}
