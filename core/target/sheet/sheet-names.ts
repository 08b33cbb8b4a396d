import type { KpiId, MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { Kpi } from "../../kpi/records.ts";
import { membershipsOf } from "../../team/memberships.ts";
import { nameKey } from "../../team/name-key.ts";
import { living } from "../../team/team-rows.ts";
import { LINE_NAMES, TEAM_ROWS } from "../locales/sheet-words.ts";
import { TARGET_LINES } from "../records.ts";
import type { TargetLine } from "../records.ts";
import type { TargetRows } from "../target-rows.ts";

/** How a row of a sheet names whom it is about. */
export interface NamedSubject {
  readonly person: string;
  readonly number: string;
  readonly group: string;
}

/** Looks up what a sheet names, as `nameKey` writes it. */
export interface SheetNames {
  subject(named: NamedSubject): Result<Subject, Message>;
  kpi(text: string): Result<KpiId, Message>;
  line(text: string): Result<TargetLine, Message>;
}

/** Members by name, alias or employee number, groups by either name, the team; KPIs by either name or id; the three lines.
 * Of two members of one name the employee number or the group decides. Refused, with the remedy: what nobody is called and
 * what two are.
 * @example sheetNames(book()).subject({ person: "Ａ", number: "", group: "" }) // => { ok: true, value: { kind: "member", id: "a" } }
 */
export function sheetNames(rows: TargetRows): SheetNames {
  const members = memberIndex(rows);
  const groups = groupIndex(rows);
  const kpis = kpiIndex(living(rows.kpis));
  return {
    subject(named) {
      const person = named.person || (named.number === "" ? named.group : "");
      const key = nameKey(person);
      if (named.number !== "") return byNumber(rows, named.number);
      if (TEAM_ROWS.includes(key)) return ok({ kind: "team" });
      const found = members.get(key) ?? [];
      const inGroup = found.filter((id) => isInGroup(rows, id, named.group));
      const [only, other] = found.length > 1 ? inGroup : found;
      if (only !== undefined && other === undefined) return ok({ kind: "member", id: only });
      if (found.length > 1) return fail(message("target.sheet.bad.two-people", { name: person }));
      const group = groups.get(key);
      if (group) return ok(group);
      return fail(message("target.sheet.bad.person", { name: person }));
    },
    kpi(text) {
      const found = kpis.get(nameKey(text));
      return found ? ok(found) : fail(message("target.sheet.bad.kpi", { name: text }));
    },
    line(text) {
      const key = nameKey(text);
      const found = TARGET_LINES.find((one) => (LINE_NAMES[one] as readonly string[]).includes(key));
      return found ? ok(found) : fail(message("target.sheet.bad.line", { name: text }));
    },
  };
}

function memberIndex(rows: TargetRows): ReadonlyMap<string, readonly MemberId[]> {
  const index = new Map<string, MemberId[]>();
  for (const member of rows.members.values()) {
    const keys = new Set([member.name, ...member.aliases, member.email ?? ""].map(nameKey));
    keys.delete("");
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), member.id]);
  }
  return index;
}

function groupIndex(rows: TargetRows): ReadonlyMap<string, Subject> {
  const index = new Map<string, Subject>();
  for (const group of rows.groups.values()) {
    for (const name of [group.name.zh, group.name.en]) {
      if (name !== "") index.set(nameKey(name), { kind: "group", id: group.id });
    }
  }
  return index;
}

/** Of two KPIs of one name the first in the manager's order. */
function kpiIndex(kpis: readonly Kpi[]): ReadonlyMap<string, KpiId> {
  const index = new Map<string, KpiId>();
  for (const kpi of kpis) {
    for (const name of [kpi.id, kpi.name.zh, kpi.name.en].map(nameKey)) {
      if (name !== "" && !index.has(name)) index.set(name, kpi.id);
    }
  }
  return index;
}

function byNumber(rows: TargetRows, number: string): Result<Subject, Message> {
  const key = nameKey(number);
  const found = [...rows.members.values()].find((member) => nameKey(member.employeeNumber ?? "") === key);
  if (found) return ok({ kind: "member", id: found.id });
  return fail(message("target.sheet.bad.number", { number }));
}

function isInGroup(rows: TargetRows, memberId: MemberId, group: string): boolean {
  const key = nameKey(group);
  return membershipsOf(rows.memberships, memberId).some(({ groupId }) => {
    const name = rows.groups.get(groupId)?.name;
    return name !== undefined && [name.zh, name.en].some((one) => nameKey(one) === key);
  });
}
