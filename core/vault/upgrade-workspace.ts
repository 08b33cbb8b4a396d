import { UPGRADE_STEPS, upgradeData } from "./upgrades/upgrade-data.ts";
import { WorkspaceAssembly, workspacePieces } from "./workspace-pieces.ts";
import type { Assembled } from "./workspace-pieces.ts";

/** Leads a state whose records follow schema `from` to this build's. Throws where a record breaks a rule after the last step:
 * nothing of it may be used then.
 * @example upgradeWorkspace({ workspace: aSample(), journal: [] }, 1).workspace.rows.members.size // => 9
 */
export function upgradeWorkspace({ workspace, journal }: Assembled, from: number): Assembled {
  const assembly = new WorkspaceAssembly();
  for (const piece of upgradeData([...workspacePieces(workspace, journal)], from, UPGRADE_STEPS)) {
    const wrongAt = assembly.add(piece);
    if (wrongAt !== null) throw new Error(`the schema step does not fit: ${wrongAt}`);
  }
  return assembly.finish();
}
