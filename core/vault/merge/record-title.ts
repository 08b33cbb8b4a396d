import { message } from "../../base/message.ts";
import type { Message, MessageParam } from "../../base/message.ts";
import type { AnyRecord } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { TableName } from "../../base/id.ts";
import type { PeriodId } from "../../base/period.ts";
import { nameMessage } from "../../team/name-key.ts";
import { recordById } from "../apply-changes.ts";
import type { Workspace } from "../workspace.ts";
import { referencesOf } from "./record-references.ts";

type Fields = Readonly<Record<string, unknown>>;

const OWN_NAMES = [
  "name",
  "title",
  "number",
  "subject",
  "text",
  "fileName",
  "stage",
  "customerName",
] as const;
const MOST_PARTS = 3;

/** What a record is called where it stands alone: its own name or text, else those it belongs to, with its period or day; its
 * id only where it has nothing else. The first of the workspaces that knows it is asked.
 * @example recordTitle([aSample()], "groups", "none") // => "none"
 */
export function recordTitle(
  workspaces: readonly Workspace[],
  table: TableName,
  id: string,
): string | Message {
  const record = findRecord(workspaces, table, id);
  if (!record) return id;
  const own = ownName(record);
  const parts =
    own === null || table === "stageEvents"
      ? [...belongsTo(workspaces, table, record), ...(own ? [own] : []), ...when(record)]
      : [own];
  return parts.length === 0 ? id : together(parts.slice(0, MOST_PARTS));
}

function findRecord(workspaces: readonly Workspace[], table: TableName, id: string): AnyRecord | undefined {
  for (const workspace of workspaces) {
    const record = recordById(workspace, table, id);
    if (record) return record;
  }
  return undefined;
}

function ownName(record: AnyRecord): string | Message | null {
  const fields = record as unknown as Fields;
  for (const key of OWN_NAMES) {
    const value = fields[key];
    // A subject of the team is no name.
    if (key === "subject" && typeof value === "string" && /^(team|unassigned|group:|member:)/.test(value))
      continue;
    if (typeof value === "string" && value !== "") return value.slice(0, 80);
    if (typeof value === "object" && value !== null && "zh" in value) {
      return nameMessage(value as { readonly zh: string; readonly en: string });
    }
  }
  return null;
}

function belongsTo(
  workspaces: readonly Workspace[],
  table: TableName,
  record: AnyRecord,
): readonly (string | Message)[] {
  const seen = new Set<string>();
  return referencesOf(table, record).flatMap((ref) => {
    const key = `${ref.table}/${ref.id}`;
    if (seen.has(key) || ref.table === "batches") return [];
    seen.add(key);
    const other = findRecord(workspaces, ref.table, ref.id);
    const name = other && ownName(other);
    return name ? [name] : [];
  });
}

function when(record: AnyRecord): readonly Message[] {
  const { periodId, on, from } = record as AnyRecord & {
    readonly periodId?: PeriodId;
    readonly on?: Day;
    readonly from?: Day;
  };
  if (periodId !== undefined) return [message("vault.merge.period", { period: { period: periodId } })];
  const day = on ?? from;
  return day === undefined ? [] : [message("vault.merge.day", { day: { day } })];
}

function together(parts: readonly MessageParam[]): string | Message {
  const [first, ...rest] = parts;
  if (rest.length === 0) return first as string | Message;
  return message("vault.merge.together", { first: first!, rest: together(rest) });
}
