import { message } from "../../../core/base/message.ts";
import { customersWaiting } from "../../../core/customer/care.ts";
import { caseFindings } from "../../../core/customer/case-findings.ts";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { listMessage } from "../../../core/team/name-key.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { unreadCount } from "../../../core/vault/lazy-pages.ts";
import type { HomeSource } from "./home-source.ts";

/** A start waits for so many facts; of a bigger book what waits is said when the time after the start has read it. */
const READ_AT_ONCE = 5000;

/** What customers and cases wait for. */
export function customerNeeds(source: HomeSource): NeedSources["findings"] {
  return [...caseNeeds(source), ...careNeeds(source)];
}

/** Cases that wait: overdue actions, checks whose day has come, trouble that came again. */
function caseNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  if (unreadCount(workspace.facts.cases) > READ_AT_ONCE) return [];
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

/** Customers that have waited longer than their level allows, as one line with the first names. */
function careNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  if (unreadCount(workspace.facts.activities) > READ_AT_ONCE) return [];
  const settings = settingsOf(workspace);
  const { contacts } = customersWaiting(workspace.facts, { today: book.today, settings });
  if (contacts.length === 0) return [];
  const names = listMessage(contacts.slice(0, 3).map(({ customer }) => customer.name));
  const [about, what] = [
    message("customer.care.need", { count: contacts.length }),
    message("meeting.need.names", { names }),
  ];
  const key = { id: "care-contacts", code: "care-contacts", several: "customer.care.need" };
  return [{ ...key, severity: "warning", kind: "care", about, what }];
}
