import { message } from "../../../core/base/message.ts";
import { caseFindings } from "../../../core/customer/case-findings.ts";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import type { HomeSource } from "./home-source.ts";

/** Cases that wait: overdue actions, checks whose day has come, trouble that came again. */
export function caseNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  return caseFindings(workspace.facts.cases, book.today).map((finding) => {
    const { subject, number, customerName, kind, id } = finding.case;
    const member = finding.memberId && workspace.rows.members.get(finding.memberId)?.name;
    const reason = `customer.case.need.${finding.code}${member === undefined ? "" : ".by"}`;
    return {
      id: finding.id,
      code: finding.code,
      several: `customer.case.several.${finding.code}`,
      severity: finding.code === "case-check" ? "warning" : "risk",
      kind: "case",
      about: subject || number || [kind, customerName].filter(Boolean).join(" · "),
      what: message(reason, { days: finding.days, ...(member === undefined ? {} : { member }) }),
      ref: { table: "cases", id },
    } as const;
  });
}
