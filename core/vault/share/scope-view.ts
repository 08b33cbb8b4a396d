import type { Day } from "../../base/day.ts";
import { parseSubjectKey } from "../../base/id.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import { parsePeriod } from "../../base/period.ts";
import { creditsOf, matchOwner, ownerIndexOf } from "../../customer/owner.ts";
import type { OwnedFact } from "../../customer/owner.ts";
import { settingsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import type { RecordMaps } from "./record-maps.ts";
import type { ShareScope } from "./share-scope.ts";

/** Whoever else owns a part: no name, in any language. */
const SOMEBODY = "…";

/** A fact, as far as its owner is looked for. */
interface LinkedFact extends OwnedFact {
  readonly dealId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly customerId?: string | undefined;
}

/** A scope as records are asked against. What is not limited is always in it. */
export class ScopeView {
  readonly scope: ShareScope;
  readonly #workspace: Workspace;
  readonly #members: ReadonlySet<string> | null;
  readonly #groups: ReadonlySet<string> | null;
  readonly #fiscalStart: number;

  readonly #maps: RecordMaps;

  constructor(workspace: Workspace, scope: ShareScope, maps: RecordMaps) {
    this.#maps = maps;
    this.scope = scope;
    this.#workspace = workspace;
    this.#members = scope.members === "all" ? null : new Set<string>(scope.members);
    this.#groups = scope.groups === "all" ? null : new Set<string>(scope.groups);
    this.#fiscalStart = settingsOf(workspace).fiscalStart;
  }

  /** Everybody, and what is nobody's. */
  get isEverybody(): boolean {
    return this.#members === null;
  }

  /** Nothing is limited: a share of all there is, but for areas and what is held back. */
  get isWhole(): boolean {
    return this.#members === null && this.#groups === null && this.scope.periods === "all";
  }

  /** A member's own; `undefined` is nobody's. */
  member(id: string | undefined): boolean {
    return this.#members === null || (id !== undefined && this.#members.has(id));
  }

  group(id: string): boolean {
    return this.#groups === null || this.#groups.has(id);
  }

  /** About someone: `subjectKey` as text. The team is everybody. */
  subject(key: string): boolean {
    const subject = parseSubjectKey(key);
    if (subject.kind === "member") return this.member(subject.id);
    return subject.kind === "group" ? this.group(subject.id) : this.isEverybody;
  }

  /** Owned by a member of the scope, alone or with others; a fact without an owner is its deal's, order's or customer's. */
  owns(fact: LinkedFact): boolean {
    if (this.#members === null) return true;
    if (fact.ownerName !== undefined || (fact.credits?.length ?? 0) > 0) {
      const { shares } = creditsOf(fact, ownerIndexOf(this.#workspace.rows.members));
      return shares.some(({ memberId }) => this.#members!.has(memberId));
    }
    const of = this.#holderOf(fact);
    return of !== undefined && this.owns(of);
  }

  /** What an owner text says of members of the scope: of others their part alone. `undefined` where it names none of them. */
  owner(text: string): string | undefined {
    if (!this.owns({ ownerName: text })) return undefined;
    const match = matchOwner(text, ownerIndexOf(this.#workspace.rows.members));
    if (this.#members === null || match.kind !== "several") return text;
    const own = match.parts.filter(({ memberId }) => memberId !== null && this.#members!.has(memberId));
    if (own.length === match.parts.length) return text;
    const left = own.reduce<number>((sum, { share }) => sum - share, WHOLE_PPM);
    const said = own.map(({ name, share }) => `${name} ${share / 10_000}%`);
    return [...said, `${SOMEBODY} ${left / 10_000}%`].join("|");
  }

  /** On a day within the periods; what has no day is within. */
  on(day: string | undefined): boolean {
    return this.during(day, day);
  }

  /** From a first to a last day, both within; without a last day it goes on. */
  during(first: string | undefined, last: string | undefined): boolean {
    const { periods } = this.scope;
    if (periods === "all") return true;
    if (last !== undefined && last < periods.from) return false;
    return first === undefined || first < periods.until;
  }

  /** A period that overlaps. */
  period(id: string): boolean {
    const { periods } = this.scope;
    const period = parsePeriod(id, this.#fiscalStart);
    if (periods === "all" || period === null) return true;
    return period.start < periods.until && (period.end as Day) > periods.from;
  }

  /** Between two people, which goes out only with notes. */
  meetingIsPrivate(id: string | undefined): boolean {
    if (this.scope.withNotes || id === undefined) return false;
    return this.#workspace.rows.meetings.get(id)?.kind === "one-to-one";
  }

  #holderOf({ dealId, orderId, customerId }: LinkedFact): LinkedFact | undefined {
    return (
      (dealId === undefined ? undefined : this.#maps.find("deals", dealId)) ??
      (orderId === undefined ? undefined : this.#maps.find("orders", orderId)) ??
      (customerId === undefined ? undefined : this.#maps.find("customers", customerId))
    );
  }
}
