import { creditsOf, matchOwner } from "../../../core/customer/owner.ts";
import type { OwnedFact, OwnerIndex } from "../../../core/customer/owner.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";

/** Whom a fact counts for; an owner whom nobody matches stands as the file has them, marked in words. */
export function OwnerCell({ fact, index }: { readonly fact: OwnedFact; readonly index: OwnerIndex }) {
  const words = useWords();
  const members = useWorkspace().rows.members;
  const { ownerName: name } = fact;
  const text = ownerText(fact, index, members);
  if (text === "") return <span className="quiet">{words.text("base.unassigned")}</span>;
  if (name === undefined || creditsOf(fact, index).shares.length > 0) return <span>{text}</span>;
  const { kind } = matchOwner(name, index);
  return (
    <span className="owner-unknown" title={words.text(`customer.owner.${kind}`, { owner: name })}>
      {name} <em>{words.text("base.unassigned")}</em>
    </span>
  );
}

/** The owner as text, for sorting and for files: the members credited, else what the file says. */
export function ownerText(
  fact: OwnedFact,
  index: OwnerIndex,
  members: ReadonlyMap<string, { readonly name: string }>,
): string {
  const names = creditsOf(fact, index).shares.flatMap(({ memberId }) => members.get(memberId)?.name ?? []);
  return names.length === 0 ? (fact.ownerName ?? "") : names.join(" / ");
}
