import { creditsOf, matchOwner, unmatchedNames } from "../../../core/customer/owner.ts";
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
  const [owner] = name === undefined || fact.credits?.length ? [] : unmatchedNames(name, index);
  if (owner === undefined) return <span>{text}</span>;
  return (
    <span
      className="owner-unknown"
      title={words.text(`customer.owner.${unmatchedKind(owner, index)}`, { owner })}
    >
      {text} <em>{words.text("base.unassigned")}</em>
    </span>
  );
}

/** Why a name leads to no member. */
export function unmatchedKind(name: string, index: OwnerIndex): "none" | "ambiguous" {
  return matchOwner(name, index).kind === "ambiguous" ? "ambiguous" : "none";
}

/** The owner as text, for sorting and for files: the members credited, else what the file says. */
export function ownerText(
  fact: OwnedFact,
  index: OwnerIndex,
  members: ReadonlyMap<string, { readonly name: string }>,
): string {
  const match = fact.credits?.length || !fact.ownerName ? null : matchOwner(fact.ownerName, index);
  if (match?.kind === "several") {
    return match.parts.map(({ memberId, name }) => members.get(memberId ?? "")?.name ?? name).join(" / ");
  }
  const names = creditsOf(fact, index).shares.flatMap(({ memberId }) => members.get(memberId)?.name ?? []);
  return names.length === 0 ? (fact.ownerName ?? "") : names.join(" / ");
}
