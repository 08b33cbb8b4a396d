import type { FactRef, RecordRef } from "../base/id.ts";
import type { NameMask } from "../review/pack/name-mask.ts";
import { recordOrigin } from "./record-origin.ts";
import type { RecordOrigin } from "./record-origin.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the file and line of a record of a workspace; under a mask the file's name is masked too, for people name files after
 * people, and a record may be asked for by its number.
 * @example originFinder(aSample(), { text: () => "X", keyBehind: (key) => key })({ table: "customers", id: "fxiaoke:customers:C0001" }) // => { file: "X", line: 2 }
 */
export function originFinder(
  workspace: Workspace,
  mask: Pick<NameMask, "text" | "keyBehind"> | null,
): (ref: FactRef | RecordRef) => RecordOrigin | null {
  return (ref) => {
    const origin = recordOrigin(workspace, mask ? { ...ref, id: mask.keyBehind(ref.id) } : ref);
    return origin && mask ? { ...origin, file: mask.text(origin.file) } : origin;
  };
}
