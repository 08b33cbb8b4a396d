import type { FactRef, RecordRef } from "../base/id.ts";
import type { NameMask } from "../review/pack/name-mask.ts";
import { recordOrigin } from "./record-origin.ts";
import type { RecordOrigin } from "./record-origin.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the file and line of a record of a workspace; under a mask the file's name is masked too, for people name files after
 * people.
 * @example originFinder(aSample(), { text: () => "X", key: (key) => key })({ table: "customers", id: "fxiaoke:customers:C0001" }) // => { file: "X", line: 2 }
 */
export function originFinder(
  workspace: Workspace,
  mask: NameMask | null,
): (ref: FactRef | RecordRef) => RecordOrigin | null {
  return (ref) => {
    const origin = recordOrigin(workspace, ref);
    return origin && mask ? { ...origin, file: mask.text(origin.file) } : origin;
  };
}
