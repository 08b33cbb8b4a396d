import { matchOwner } from "../../../core/customer/owner.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";

/** The member who owns a fact; an owner whom nobody matches stands as the file has them, marked in words. */
export function OwnerCell({
  name,
  index,
}: {
  readonly name: string | undefined;
  readonly index: OwnerIndex;
}) {
  const words = useWords();
  const members = useWorkspace().rows.members;
  if (name === undefined) return <span className="quiet">{words.text("base.unassigned")}</span>;
  const match = matchOwner(name, index);
  if (match.kind === "member") return <span>{members.get(match.memberId)?.name ?? name}</span>;
  return (
    <span className="owner-unknown" title={words.text(`customer.owner.${match.kind}`, { owner: name })}>
      {name} <em>{words.text("base.unassigned")}</em>
    </span>
  );
}

/** The owner as text, for sorting and for files. */
export function ownerText(
  name: string | undefined,
  index: OwnerIndex,
  members: ReadonlyMap<string, { readonly name: string }>,
): string {
  if (name === undefined) return "";
  const match = matchOwner(name, index);
  return match.kind === "member" ? (members.get(match.memberId)?.name ?? name) : name;
}
