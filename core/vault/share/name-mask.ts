import type { FactTable, RowTable } from "../../base/id.ts";
import { matchOwner, ownerIndexOf, ownerKey } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import { factsOf, rowsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { replaceIds } from "./id-text.ts";
import { NAME_KINDS } from "./field-rule.ts";
import type { NameKind } from "./field-rule.ts";

/** What stands in the place of names, in the reader's language. */
export interface MaskWords {
  /** The nth of a kind: 成员 3. */
  name(kind: NameKind, number: number): string;
  /** In the place of a text that must not be empty. */
  readonly hidden: string;
}

/** Tables whose ids come from files or hang on nothing: they may hold names, and are numbered anew. */
const OPEN_FACTS = [
  "customers",
  "contacts",
  "deals",
  "activities",
  "cases",
  "orders",
  "payments",
  "products",
  "stageEvents",
  "answers",
] as const satisfies readonly FactTable[];
const OPEN_ROWS = [
  "memberships",
  "absences",
  "tasks",
  "promotions",
  "recognitions",
  "rewardEvents",
  "payAdjustments",
  "evidence",
  "scorePoints",
  "actions",
  "decisions",
  "practices",
  "announcements",
] as const satisfies readonly RowTable[];

const SHORTEST_NAME = 2;
const LONGEST_NAME = 100;

/** Names and ids of a workspace as a masked file has them: a name is the same number wherever it stands. */
export class NameMask {
  readonly words: MaskWords;
  readonly #numbers = new Map<NameKind, Map<string, number>>(NAME_KINDS.map((kind) => [kind, new Map()]));
  readonly #nameByMember: ReadonlyMap<string, string>;
  readonly #owners: OwnerIndex;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #labels = new Map<string, string>();

  constructor(workspace: Workspace, words: MaskWords) {
    this.words = words;
    this.#owners = ownerIndexOf(workspace.rows.members);
    const members = rowsOf(workspace, "members");
    this.#nameByMember = new Map(members.map(({ id }, at) => [id, words.name("member", at + 1)]));
    this.#ids = maskedIds(workspace);
    this.#known = namesOf(workspace);
  }

  /** A name by its kind; equal texts have equal numbers. A member's is that of the member whom it means. */
  name(kind: NameKind, text: string): string {
    if (kind === "member" || kind === "owner") return this.#person(text);
    return this.#numbered(kind, text);
  }

  member(id: string): string {
    return this.#nameByMember.get(id) ?? this.words.hidden;
  }

  /** An owner as files name them: one person or several. */
  owner(text: string): string {
    const match = matchOwner(text, this.#owners);
    if (match.kind !== "several") return this.#person(text);
    return match.parts.map(({ name, share }) => `${this.#person(name)} ${share / 10_000}%`).join("|");
  }

  id(text: string): string {
    return replaceIds(text, this.#ids);
  }

  /** A label that names no person and no customer stays. */
  label(text: string): string {
    const known = this.#labels.get(text);
    if (known !== undefined) return known;
    const masked = namesOne(text, this.#known) ? this.#numbered("thing", text) : text;
    this.#labels.set(text, masked);
    return masked;
  }

  #person(text: string): string {
    const match = matchOwner(text, this.#owners);
    if (match.kind === "member") return this.member(match.memberId);
    return this.#numbered("owner", text);
  }

  #numbered(kind: NameKind, text: string): string {
    if (text === "") return "";
    const numbers = this.#numbers.get(kind)!;
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return this.words.name(kind, number);
  }
}

function maskedIds(workspace: Workspace): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  rowsOf(workspace, "members").forEach(({ id }, at) => ids.set(id, `member-${at + 1}`));
  for (const table of OPEN_ROWS) {
    [...workspace.rows[table].keys()].forEach((id, at) => ids.set(id, `${table}-${at + 1}`));
  }
  for (const table of OPEN_FACTS) {
    factsOf(workspace, table).forEach(({ id }, at) => ids.set(id, `${table}-${at + 1}`));
  }
  return ids;
}

/** All that people and customers are called, in one writing. */
function namesOf(workspace: Workspace): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: string | undefined) => {
    const key = ownerKey(text ?? "");
    if (key.length >= SHORTEST_NAME && key.length <= LONGEST_NAME) names.add(key);
  };
  for (const member of rowsOf(workspace, "members")) {
    for (const text of [member.name, member.email, member.phone, member.employeeNumber, ...member.aliases]) {
      add(text);
    }
  }
  for (const table of ["contacts", "customers"] as const) {
    for (const { name } of factsOf(workspace, table)) add(name);
  }
  for (const table of OPEN_FACTS) for (const { ownerName } of factsOf(workspace, table)) add(ownerName);
  return names;
}

/** Whether any name stands in a text, looked up by its pieces: quick however many names there are. */
function namesOne(text: string, names: ReadonlySet<string>): boolean {
  const plain = ownerKey(text);
  for (let from = 0; from <= plain.length - SHORTEST_NAME; from += 1) {
    const last = Math.min(plain.length, from + LONGEST_NAME);
    for (let to = from + SHORTEST_NAME; to <= last; to += 1)
      if (names.has(plain.slice(from, to))) return true;
  }
  return false;
}
