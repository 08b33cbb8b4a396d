import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { Stamp, Stamps } from "../../base/stamp.ts";
import type { FactPage, Workspace } from "../workspace.ts";

/** What a copy knows of: the last stamp of each device whose changes have come to it. A change of another copy is news to it
 * when its stamp is later than the one that is known of its device. */
export type Seen = ReadonlyMap<string, Stamp>;

/** The device in a stamp.
 * @example deviceOf("0000000rs-0000-d1") // => "d1"
 */
export function deviceOf(stamp: Stamp): string {
  return stamp.slice(15);
}

/** What a copy knows of: by the stamps that are in it, by what its settings have kept of earlier copies, and by the last
 * stamp that its own clock gave.
 * @example seenOf(emptyWorkspace({ id: "workspace" }), "0000000rs-0000-d1").get("d1") // => "0000000rs-0000-d1"
 */
export function seenOf(workspace: Workspace, last: Stamp | null): Seen {
  const seen = new Map<string, Stamp>();
  let before: Stamps | undefined;
  const note = (stamp: Stamp) => {
    const device = deviceOf(stamp);
    const known = seen.get(device);
    if (known === undefined || known < stamp) seen.set(device, stamp);
  };
  const noteAll = (stamps: Stamps) => {
    if (stamps === before) return;
    before = stamps;
    if (typeof stamps === "string") note(stamps);
    else for (const stamp of Object.values(stamps)) note(stamp);
  };
  for (const table of ROW_TABLES) for (const stamps of workspace.rowStamps[table].values()) noteAll(stamps);
  for (const table of FACT_TABLES) {
    for (const page of workspace.facts[table].pages as readonly FactPage[]) page.stamps.forEach(noteAll);
  }
  for (const stamp of workspace.tombstones.values()) note(stamp);
  for (const stamp of workspace.rows.settings.get("workspace")?.seen ?? []) note(stamp);
  if (last !== null) note(last);
  return seen;
}

/** Whether a copy knows of a change. What has no stamp has always been there.
 * @example knows(new Map([["d1", "0000000rs-0001-d1"]]), "0000000rs-0000-d1") // => true
 * @example knows(new Map(), "0000000rs-0000-d1") // => false
 */
export function knows(seen: Seen, stamp: Stamp | ""): boolean {
  if (stamp === "") return true;
  const known = seen.get(deviceOf(stamp));
  return known !== undefined && known >= stamp;
}

/** What two copies know of together.
 * @example bothSeen(new Map([["d1", "0000000rs-0000-d1"]]), new Map([["d2", "0000000rs-0000-d2"]])).size // => 2
 */
export function bothSeen(a: Seen, b: Seen): Seen {
  const both = new Map(a);
  for (const [device, stamp] of b) {
    const known = both.get(device);
    if (known === undefined || known < stamp) both.set(device, stamp);
  }
  return both;
}

/** The stamps in the order of their devices, as settings keep them.
 * @example seenList(new Map([["d2", "0000000rs-0000-d2"], ["d1", "0000000rs-0000-d1"]])) // => ["0000000rs-0000-d1", "0000000rs-0000-d2"]
 */
export function seenList(seen: Seen): readonly Stamp[] {
  return [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, stamp]) => stamp);
}

/** A copy that goes on on another device: it keeps that it knows of the last change that was made where it came from, for that
 * change may be overwritten here, and a merge must still know it for an ancestor. Unchanged where it stays on its device.
 * @example rememberSeen(emptyWorkspace({ id: "workspace" }), "0000000rs-0000-d1", "d2").rows.settings.get("workspace").seen // => ["0000000rs-0000-d1"]
 * @example rememberSeen(emptyWorkspace({ id: "workspace" }), "0000000rs-0000-d1", "d1").rows.settings.get("workspace").seen // => undefined
 */
export function rememberSeen(workspace: Workspace, last: Stamp | null, device: string): Workspace {
  const settings = workspace.rows.settings.get("workspace");
  if (last === null || deviceOf(last) === device || !settings) return workspace;
  const kept = new Map((settings.seen ?? []).map((stamp) => [deviceOf(stamp), stamp]));
  if (knows(kept, last)) return workspace;
  const seen = seenList(bothSeen(kept, new Map([[deviceOf(last), last]])));
  const rows = new Map([["workspace", { ...settings, seen: [...seen] }]]);
  return { ...workspace, rows: { ...workspace.rows, settings: rows } };
}
