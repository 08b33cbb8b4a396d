import { message } from "../../base/message.ts";
import { isSame } from "../../base/same.ts";
import type { Settings } from "../../base/settings.ts";
import type { Stamp, Stamps } from "../../base/stamp.ts";
import { bothErased } from "../person/forgotten.ts";
import type { Workspace } from "../workspace.ts";
import { settingsOf } from "../workspace.ts";
import { joinRecord } from "./join-record.ts";
import type { Held, Joined } from "./join-record.ts";
import { heldOf } from "./held-by-id.ts";
import { ruleFor } from "./join-workspaces.ts";
import type { Copies } from "./join-workspaces.ts";
import type { Settled } from "./sealed-groups.ts";
import { bothSeen, knows, seenList } from "./seen.ts";

/** The settings of both copies, field by field. Where quarters are approved on one side the fiscal year keeps its first month
 * of that side; approved on both, each keeps its own and the difference is listed. What the copies know of is put together, so that the next
 * merge knows it too; it counts as a change only when it is news here.
 * @example joinSettings({ mine: aSample(), theirs: aSample(), mineSeen: new Map(), theirsSeen: new Map() }).records // => []
 */
export function joinSettings(copies: Copies): Settled {
  const mine = heldOf(copies.mine, "settings", "workspace")!;
  const theirs = heldOf(copies.theirs, "settings", "workspace")!;
  const rule = ruleFor(copies, "settings", "workspace");
  const fiscalYear = keptFiscalYear(copies);
  const joined = joinRecord(withoutSeen(mine, fiscalYear?.of), withoutSeen(theirs, fiscalYear?.of), rule);
  const isPart = settingsOf(copies.mine).isPart === true && settingsOf(copies.theirs).isPart === true;
  const isNews = [...copies.theirsSeen.values()].some((stamp) => !knows(copies.mineSeen, stamp));
  const seen = isNews
    ? [...seenList(bothSeen(copies.mineSeen, copies.theirsSeen))].slice(0, MOST_SEEN)
    : settingsOf(copies.mine).seen;
  const erased = bothErased(settingsOf(copies.mine).erased, settingsOf(copies.theirs).erased);
  const record = {
    ...joined.record,
    ...(isPart && { isPart }),
    ...(seen && { seen }),
    ...(erased && { erased }),
  };
  const isQuiet = isSame(record, mine.record) && isSame(joined.stamps, withoutSeen(mine, undefined).stamps);
  const refused = fiscalYear?.refused ?? [];
  if (isQuiet) return { records: [], refused };
  const held: Joined = { ...joined, record };
  return {
    records: [{ table: "settings", id: "workspace", mine, theirs, joined: held, clashes: joined.clashes }],
    refused,
  };
}

const MOST_SEEN = 5000;
/** What is joined by rules of its own. */
const KEPT_APART = ["seen", "isPart", "isMasked", "erased"];

function keptFiscalYear({ mine, theirs }: Copies): {
  readonly of: number;
  readonly refused: Settled["refused"];
} | null {
  const here = settingsOf(mine).fiscalStart;
  const there = settingsOf(theirs).fiscalStart;
  if (here === there || !(hasQuarters(mine) || hasQuarters(theirs))) return null;
  const side = hasQuarters(mine) ? "theirs" : "mine";
  const reason = message("incentive.problem.sealed-year");
  return {
    of: hasQuarters(mine) ? here : there,
    refused: [{ table: "settings", id: "workspace", side, reason }],
  };
}

function hasQuarters({ rows }: Workspace): boolean {
  return [...rows.statements.values()].some(({ periodId }) => periodId.includes("-Q"));
}

/** `fiscalStart`: what it is where that has been decided, so that it is no clash. */
function withoutSeen({ record, stamps }: Held, fiscalStart: number | undefined): Held {
  const { seen: _seen, isPart: _isPart, isMasked: _isMasked, erased: _erased, ...rest } = record as Settings;
  const kept = typeof stamps === "object" && stamps !== null ? withoutFields(stamps, KEPT_APART) : stamps;
  return { record: fiscalStart === undefined ? rest : { ...rest, fiscalStart }, stamps: kept };
}

/** No stamps at all are as many as none. */
function withoutFields(stamps: Readonly<Record<string, Stamp>>, fields: readonly string[]): Stamps | null {
  const rest = Object.entries(stamps).filter(([name]) => !fields.includes(name));
  return rest.length === 0 ? null : Object.fromEntries(rest);
}
