import type { WorkspaceFile } from "../workspace-file.ts";
import type { Workspace } from "../workspace.ts";
import { settingsOf } from "../workspace.ts";
import { rememberSeen } from "./seen.ts";

/** The state of a file that goes on on this device. It keeps where it came from, so that what is saved later still tells a
 * merge what both sides know; and of a share that it is one, and whether its names were replaced. A backup of this
 * device is as it was.
 * @example openedCopy({ workspace: aSample(), head: { stamp: "0000000rs-0000-d1" } }, "d2").rows.settings.get("workspace").seen // => ["0000000rs-0000-d1"]
 */
export function openedCopy(
  {
    workspace,
    head,
  }: { readonly workspace: Workspace; readonly head: Pick<WorkspaceFile["head"], "stamp" | "share"> },
  device: string,
): Workspace {
  const known = rememberSeen(workspace, head.stamp, device);
  const { share } = head;
  if (!share) return known;
  const settings = { ...settingsOf(known), isPart: true, ...(share.masked && { isMasked: true }) };
  return { ...known, rows: { ...known.rows, settings: new Map([["workspace", settings]]) } };
}

/** The same for a file that is only read, to be merged.
 * @example copyIn({ workspace: aSample(), head: { stamp: null } }).stamp // => null
 */
export function copyIn(file: Pick<WorkspaceFile, "workspace" | "head">) {
  return { workspace: openedCopy(file, ANY_DEVICE), stamp: file.head.stamp };
}

/** A merge looks at the file's own last stamp anyway. */
const ANY_DEVICE = "";
