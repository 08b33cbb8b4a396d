import type { Day } from "../../base/day.ts";
import type { Settings } from "../../base/settings.ts";
import type { TeamRows } from "../team-rows.ts";
import { FINDING_CODES, findingContext } from "./finding.ts";
import type { TeamFinding } from "./finding.ts";
import { letterFindings } from "./letter-findings.ts";
import { loadFindings } from "./load-findings.ts";
import { ownerFindings } from "./owner-findings.ts";
import { structureFindings } from "./structure-findings.ts";

const SEVERITIES: readonly TeamFinding["severity"][] = ["risk", "warning", "hint"];

/** Everything that is not as it should be with groups, members and duties on a day, with repairs: risks first, then warnings,
 * then hints; within these by kind, then in the manager's order. Every repair makes its finding go away.
 * The same list for the same tables, settings and day.
 * @example teamFindings(smallTeam(), SETTINGS, TODAY) // => []
 */
export function teamFindings(rows: TeamRows, settings: Settings, today: Day): readonly TeamFinding[] {
  const inputs = [...TABLES.map((table) => rows[table]), settings, today];
  const known = lastByAssignments.get(rows.assignments);
  if (known && known.inputs.every((input, index) => input === inputs[index])) return known.findings;
  const context = findingContext(rows, settings, today);
  const findings = [
    ...letterFindings(context),
    ...ownerFindings(context),
    ...loadFindings(context),
    ...structureFindings(context),
  ].toSorted(compareFindings);
  lastByAssignments.set(rows.assignments, { inputs, findings });
  return findings;
}

const TABLES = [
  "groups",
  "members",
  "memberships",
  "absences",
  "duties",
  "assignments",
  "skillRatings",
] as const;

const lastByAssignments = new WeakMap<
  object,
  { readonly inputs: readonly unknown[]; readonly findings: readonly TeamFinding[] }
>();

function compareFindings(a: TeamFinding, b: TeamFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code)
  );
}
