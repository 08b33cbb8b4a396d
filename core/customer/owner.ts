import type { MemberId } from "../base/id.ts";
import { money, WHOLE_PPM, ZERO } from "../base/money.ts";
import type { Money, Ppm } from "../base/money.ts";
import type { Member } from "../team/records.ts";
import { LEFT_IN_NAME } from "./locales/import-marks.ts";
import { sharedNames } from "./shared-names.ts";
import type { SharedName } from "./shared-names.ts";

/* Who a fact counts for. Files name owners as they like; the member is found when a fact is read, so that a new alias
 * re-attributes every fact at once. */

/** What a file's owner text means. `ambiguous`: two or more members fit and nothing decides between them; `several`: the text
 * names more than one owner. */
export type OwnerMatch =
  | { readonly kind: "member"; readonly memberId: MemberId }
  | { readonly kind: "several"; readonly parts: readonly OwnerPart[] }
  | { readonly kind: "ambiguous"; readonly memberIds: readonly MemberId[] }
  | { readonly kind: "none" };

/** One of several owners that a text names. */
export interface OwnerPart extends SharedName {
  /** `null`: no member, or more than one, is called so; the part is unassigned. */
  readonly memberId: MemberId | null;
}

/** One member's part of a fact. */
export interface Credit {
  readonly memberId: MemberId;
  readonly share: Ppm;
}

/** A fact's parts. Shares and `unassigned` total exactly 1 000 000; no member stands twice. */
export interface Credits {
  readonly shares: readonly Credit[];
  readonly unassigned: Ppm;
}

/** What a fact says about its owner. */
export interface OwnedFact {
  readonly ownerName?: string | undefined;
  readonly credits?: readonly Credit[] | undefined;
}

/** An amount split by credits: the parts and `unassigned` total exactly the amount. */
export interface AmountParts {
  readonly parts: readonly { readonly memberId: MemberId; readonly amount: Money }[];
  readonly unassigned: Money;
}

/** Finds members by what files call them. Made by `ownerIndex`; remembers the texts it has been asked about. */
export interface OwnerIndex {
  /** E-mail addresses, employee numbers and aliases: they decide before names do. */
  readonly idsByMark: ReadonlyMap<string, readonly MemberId[]>;
  readonly idsByName: ReadonlyMap<string, readonly MemberId[]>;
  readonly memberIds: ReadonlySet<MemberId>;
  readonly known: Map<string, OwnerMatch>;
}

const indexByMembers = new WeakMap<readonly Member[], OwnerIndex>();

const NOBODY: OwnerMatch = { kind: "none" };
const ALL_UNASSIGNED: Credits = { shares: [], unassigned: WHOLE_PPM };

/** Prepares members for `matchOwner`; the same index for the same list.
 * @example ownerIndex([]).memberIds.size // => 0
 */
export function ownerIndex(members: readonly Member[]): OwnerIndex {
  const known = indexByMembers.get(members);
  if (known) return known;
  const idsByMark = new Map<string, MemberId[]>();
  const idsByName = new Map<string, MemberId[]>();
  for (const member of members) {
    addTo(idsByName, member.name, member.id);
    for (const mark of [member.email, member.employeeNumber, ...member.aliases]) {
      if (mark !== undefined) addTo(idsByMark, mark, member.id);
    }
  }
  const memberIds = new Set(members.map((member) => member.id));
  const index = { idsByMark, idsByName, memberIds, known: new Map<string, OwnerMatch>() };
  indexByMembers.set(members, index);
  return index;
}

const indexByTable = new WeakMap<object, OwnerIndex>();

/** The index of a table of members; the same one for the same table.
 * @example ownerIndexOf(new Map()).memberIds.size // => 0
 */
export function ownerIndexOf(members: ReadonlyMap<string, Member>): OwnerIndex {
  const known = indexByTable.get(members) ?? ownerIndex([...members.values()]);
  indexByTable.set(members, known);
  return known;
}

/** Finds the member an owner text means: first by e-mail, employee number or alias, then by name; a name followed by an
 * e-mail address in brackets is found by the address. Two members of one name are `ambiguous` unless one of them has the
 * text as alias. A text that is nobody's and names several owners is `several`; commas part owners only when every part is a
 * member, for "Davolio, Nancy" is one. Texts are compared as `ownerKey` prints them.
 * @example matchOwner("", ownerIndex([])) // => { kind: "none" }
 * @example matchOwner("Ann|Bob", ownerIndex([])).parts.map((part) => part.share) // => [500000, 500000]
 */
export function matchOwner(text: string, index: OwnerIndex): OwnerMatch {
  const known = index.known.get(text);
  if (known) return known;
  const match = findOwner(text, index);
  index.known.set(text, match);
  return match;
}

/** An owner text as it is compared: NFKC, case folded, spaces joined (and dropped between Han characters), without the
 * `(已停用)` that 纷享销客 puts behind people who left.
 * @example ownerKey(" 王 伟（已停用）") // => "王伟"
 * @example ownerKey("Ｎancy  DAVOLIO") // => "nancy davolio"
 */
export function ownerKey(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(LEFT_IN_NAME, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .trim();
}

/** Whom a fact counts for, by shares. Credits take the place of the owner; what they leave, members that are no longer
 * there, and what goes beyond 100 % is unassigned or cut, in the order of the credits.
 * @example creditsOf({ ownerName: "?" }, ownerIndex([])) // => { shares: [], unassigned: 1000000 }
 */
export function creditsOf(fact: OwnedFact, index: OwnerIndex): Credits {
  if (fact.credits && fact.credits.length > 0) return sharedCredits(fact.credits, index);
  if (fact.ownerName === undefined) return ALL_UNASSIGNED;
  const match = matchOwner(fact.ownerName, index);
  if (match.kind === "several") return partCredits(match);
  if (match.kind !== "member") return ALL_UNASSIGNED;
  return wholeCredit(match);
}

/** The names in an owner text that lead to nobody: all of it, or of several owners those whose part is unassigned.
 * @example unmatchedNames("Ann", ownerIndex([])) // => ["Ann"]
 */
export function unmatchedNames(text: string, index: OwnerIndex): readonly string[] {
  const match = matchOwner(text, index);
  if (match.kind === "member") return [];
  if (match.kind !== "several") return [text];
  return match.parts.filter(({ memberId }) => memberId === null).map(({ name }) => name);
}

/** Splits an amount by credits, exactly: each part is the floor of amount × share, and the minor units left over go to the
 * largest remainders, a tie to the earlier credit (unassigned comes last). Negative amounts mirror positive ones.
 * @example splitByCredits(100, { shares: [{ memberId: "a", share: 333333 }], unassigned: 666667 }).unassigned // => 67
 */
export function splitByCredits(amount: Money, credits: Credits): AmountParts {
  const [first] = credits.shares;
  if (first === undefined) return { parts: [], unassigned: amount };
  if (credits.shares.length === 1 && credits.unassigned === 0) {
    return { parts: [{ memberId: first.memberId, amount }], unassigned: ZERO };
  }
  const amounts = splitByShares(amount, [
    ...credits.shares.map((credit) => credit.share),
    credits.unassigned,
  ]);
  return {
    parts: credits.shares.map((credit, at) => ({ memberId: credit.memberId, amount: amounts[at]! })),
    unassigned: amounts[credits.shares.length]!,
  };
}

function splitByShares(amount: Money, shares: readonly Ppm[]): readonly Money[] {
  const sign = amount < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amount));
  const products = shares.map((share) => whole * BigInt(share));
  const floors = products.map((product) => Number(product / BigInt(WHOLE_PPM)));
  const remainders = products.map((product) => Number(product % BigInt(WHOLE_PPM)));
  let left = Math.abs(amount) - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = remainders
    .map((_, at) => at)
    .toSorted((a, b) => remainders[b]! - remainders[a]! || a - b);
  for (const at of byRemainder) {
    if (left === 0) break;
    floors[at] = floors[at]! + 1;
    left -= 1;
  }
  return floors.map((part) => money(sign * part));
}

function sharedCredits(credits: readonly Credit[], index: OwnerIndex): Credits {
  const shareById = new Map<MemberId, number>();
  let left: number = WHOLE_PPM;
  for (const { memberId, share } of credits) {
    const taken = Math.min(Math.max(share, 0), left);
    if (taken === 0 || !index.memberIds.has(memberId)) continue;
    shareById.set(memberId, (shareById.get(memberId) ?? 0) + taken);
    left -= taken;
  }
  const shares = [...shareById].map(([memberId, share]) => ({ memberId, share: share as Ppm }));
  return { shares, unassigned: left as Ppm };
}

const creditsByMatch = new WeakMap<OwnerMatch, Credits>();

function partCredits(match: OwnerMatch & { readonly kind: "several" }): Credits {
  const known = creditsByMatch.get(match);
  if (known) return known;
  const shareById = new Map<MemberId, number>();
  let unassigned: number = WHOLE_PPM;
  for (const { memberId, share } of match.parts) {
    if (memberId === null || share === 0) continue;
    shareById.set(memberId, (shareById.get(memberId) ?? 0) + share);
    unassigned -= share;
  }
  const shares = [...shareById].map(([memberId, share]) => ({ memberId, share: share as Ppm }));
  const credits = { shares, unassigned: unassigned as Ppm };
  creditsByMatch.set(match, credits);
  return credits;
}

/** One object per match: a hundred thousand orders of nine owners need nine. */
function wholeCredit(match: OwnerMatch & { readonly kind: "member" }): Credits {
  const known = creditsByMatch.get(match);
  if (known) return known;
  const credits = { shares: [{ memberId: match.memberId, share: WHOLE_PPM }], unassigned: 0 as Ppm };
  creditsByMatch.set(match, credits);
  return credits;
}

function findOwner(text: string, index: OwnerIndex): OwnerMatch {
  const key = ownerKey(text);
  if (key === "") return NOBODY;
  const address = /[<(]([^<>()\s]+@[^<>()\s]+)[>)]/.exec(key)?.[1];
  const ids =
    index.idsByMark.get(key) ??
    (address === undefined ? undefined : index.idsByMark.get(address)) ??
    index.idsByName.get(key) ??
    [];
  const [only] = ids;
  if (only === undefined) return findSeveral(text, index) ?? NOBODY;
  return ids.length === 1 ? { kind: "member", memberId: only } : { kind: "ambiguous", memberIds: ids };
}

function findSeveral(text: string, index: OwnerIndex): OwnerMatch | null {
  const { names, isSure } = sharedNames(text);
  const [only] = names;
  if (names.length === 1 && only!.name !== text) return findOwner(only!.name, index);
  if (names.length < 2) return null;
  const parts = names.map((one) => {
    const match = findOwner(one.name, index);
    return { ...one, memberId: match.kind === "member" ? match.memberId : null };
  });
  return isSure || parts.every(({ memberId }) => memberId !== null) ? { kind: "several", parts } : null;
}

function addTo(idsByKey: Map<string, MemberId[]>, text: string, id: MemberId): void {
  const key = ownerKey(text);
  if (key === "") return;
  const ids = idsByKey.get(key) ?? [];
  if (!ids.includes(id)) ids.push(id);
  idsByKey.set(key, ids);
}
