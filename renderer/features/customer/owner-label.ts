/** An owner as `qualityOwner` names them, by their name; "" for nobody. */
export function ownerLabel(owner: string, members: ReadonlyMap<string, { readonly name: string }>): string {
  return owner.startsWith("=") ? (members.get(owner.slice(1))?.name ?? "") : owner;
}
