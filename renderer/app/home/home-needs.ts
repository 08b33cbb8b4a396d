import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { RecordRef } from "../../../core/base/id.ts";
import { differenceScope, importDay } from "../../../core/customer/history/difference-scope.ts";
import { dealNews } from "../../../core/customer/import-difference.ts";
import { missingValues } from "../../../core/kpi/missing-values.ts";
import { needsAttention } from "../../../core/meeting/needs-attention.ts";
import type { ImportNews, NeedSources } from "../../../core/meeting/needs-attention.ts";
import type { TeamFinding } from "../../../core/team/findings/finding.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { memberPaces } from "../../../core/review/member-paces.ts";
import { actionNeeds } from "./action-needs.ts";
import { unassignedFigures } from "./book-figures.ts";
import type { HomeSource } from "./home-source.ts";

/** What comes from afar, as soon as it is known. */
export interface LateNeeds {
  /** What customers, cases and tasks wait for. */
  readonly findings: NeedSources["findings"];
  /** Pairs of two systems that may be the same. */
  readonly matches: number;
}

/** At most so many people or things that need the manager now. */
export function homeNeeds(source: HomeSource, late: LateNeeds, most: number) {
  const sources: NeedSources = {
    paces: memberPaces(source.book),
    findings: [...teamFindings(source), ...actionNeeds(source), ...late.findings],
    unassigned: unassignedFigures(source),
    missing: missingByMember(source),
    imports: importNews(source),
    matches: late.matches,
  };
  return needsAttention(sources, most);
}

let lastNews: { readonly source: HomeSource; readonly news: ImportNews | null } | null = null;

/** What the newest files did to deals that were there before; found once for a source. */
function importNews(source: HomeSource): ImportNews | null {
  if (lastNews?.source !== source) lastNews = { source, news: findNews(source) };
  return lastNews.news;
}

function findNews({ workspace, book }: HomeSource): ImportNews | null {
  const scope = differenceScope(workspace.rows.batches, { to: null, since: "previous" });
  const newest = scope.at(-1);
  if (newest === undefined) return null;
  const lines = dealNews(workspace, scope);
  const countOf = (kind: string) => lines.filter((line) => line.kind === kind).length;
  return {
    on: importDay(newest),
    today: book.today,
    slipped: countOf("slipped"),
    gone: countOf("gone"),
    cut: countOf("cut"),
    lost: countOf("lost"),
  };
}

function teamFindings(source: HomeSource): NeedSources["findings"] {
  return source.book.findings.map((finding) => ({
    id: finding.id,
    code: finding.code,
    several: `app.home.finding.${finding.code}`,
    severity: finding.severity,
    about: aboutOf(source, finding.subjects[0]),
    what: whatOf(source, finding),
    ...(finding.subjects[0] ? { ref: finding.subjects[0] } : {}),
  }));
}

function missingByMember({ book }: HomeSource): NeedSources["missing"] {
  const byMember = new Map<string, { count: number; kpi: ReturnType<typeof nameMessage> }>();
  for (const one of missingValues(book.context, book.period)) {
    const known = byMember.get(one.memberId);
    byMember.set(one.memberId, {
      count: (known?.count ?? 0) + 1,
      kpi: known?.kpi ?? nameMessage(one.kpi.name),
    });
  }
  return [...byMember.entries()].map(([memberId, found]) => ({
    memberId,
    name: book.context.rows.members.get(memberId)?.name ?? memberId,
    ...found,
  }));
}

/** What is wrong, in the few words that stand beside the name. */
function whatOf({ workspace }: HomeSource, finding: TeamFinding): Message {
  const [ref] = finding.subjects;
  const duty = ref?.table === "duties" ? workspace.rows.duties.get(ref.id) : undefined;
  const group = duty && workspace.rows.groups.get(duty.groupId);
  if (!group) return finding.message;
  return message(`app.home.what.${finding.code}`, {
    ...finding.message.params,
    group: nameMessage(group.name),
  });
}

function aboutOf({ workspace }: HomeSource, ref: RecordRef | undefined) {
  const { duties, members, groups } = workspace.rows;
  const duty = ref?.table === "duties" ? duties.get(ref.id) : undefined;
  if (duty) return nameMessage(duty.name);
  const group = ref?.table === "groups" ? groups.get(ref.id) : undefined;
  if (group) return nameMessage(group.name);
  const member = ref?.table === "members" ? members.get(ref.id) : undefined;
  return member?.name ?? message("base.team");
}
