import type { MemberId } from "../../base/id.ts";
import { factsOf, rowsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";

/** What a member is known by. */
export interface PersonMarks {
  readonly id: MemberId;
  /** Names, addresses and numbers that are nobody else's, the longest first. */
  readonly own: readonly string[];
  /** Those that another member bears too: nobody can say whom a text means by them. */
  readonly shared: readonly string[];
  /** What other members and contacts are called that holds one of the own: it means them, and stays whole. */
  readonly longer: readonly string[];
}

/** Shorter texts stand in too many others. */
const SHORTEST = 2;
/** A number below this length may be anything within a text; it is a person's where it stands alone. */
const LONG_NUMBER = 6;

/** The marks of a member; throws where there is no such member.
 * @example personMarks(aSample(), "m-wang-fang").own.includes("王芳") // => true
 */
export function personMarks(workspace: Workspace, id: MemberId): PersonMarks {
  const member = workspace.rows.members.get(id);
  if (!member) throw new RangeError(`no such member: ${id}`);
  const others = rowsOf(workspace, "members").flatMap((one) => (one.id === id ? [] : marksOf(one)));
  const taken = new Set(others.map(folded));
  const marks = longestFirst(marksOf(member));
  const own = marks.filter((mark) => !taken.has(folded(mark)));
  const alone = { own, longer: [] };
  const people = longestFirst([...others, ...factsOf(workspace, "contacts").map(({ name }) => name)]);
  return {
    id,
    own,
    shared: marks.filter((mark) => taken.has(folded(mark))),
    longer: people.filter(
      (name) => withoutMarks(name, alone, "") !== name && own.every((mark) => folded(mark) !== folded(name)),
    ),
  };
}

/** A text with a person's marks replaced, whatever their case. Names in Latin letters must stand alone, for Ann is not in
 * annual; and a longer name of somebody else stays whole.
 * @example withoutMarks("Ann, annual", { own: ["Ann"], longer: [] }, "X") // => "X, annual"
 * @example withoutMarks("请王芳和王芳菲跟进", { own: ["王芳"], longer: ["王芳菲"] }, "成员 1") // => "请成员 1和王芳菲跟进"
 */
export function withoutMarks(
  text: string,
  marks: Pick<PersonMarks, "own" | "longer">,
  neutral: string,
): string {
  let plain = text;
  for (const mark of marks.own) {
    if (folded(plain) === folded(mark)) return neutral;
    if (mark.length < LONG_NUMBER && /^\d+$/.test(mark)) continue;
    if (!folded(plain).includes(folded(mark))) continue;
    plain = plain.replace(patternOf(mark, marks), (found, longer: string | undefined) =>
      longer === undefined ? neutral : found,
    );
  }
  return plain;
}

const patternsByMarks = new WeakMap<Pick<PersonMarks, "own" | "longer">, Map<string, RegExp>>();

/** Where a mark stands; of a longer name the whole, as its first group. */
function patternOf(mark: string, marks: Pick<PersonMarks, "own" | "longer">): RegExp {
  const patterns = patternsByMarks.get(marks) ?? new Map<string, RegExp>();
  patternsByMarks.set(marks, patterns);
  const known = patterns.get(mark);
  if (known) return known;
  const longer = marks.longer.filter((name) => folded(name).includes(folded(mark))).map(standing);
  // Without longer names the group is one that never is.
  const pattern = new RegExp(`(${longer.join("|") || "(?!)"})|${standing(mark)}`, "giu");
  patterns.set(mark, pattern);
  return pattern;
}

function standing(name: string): string {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return `${edge(name.at(0)!, "<!")}${literal}${edge(name.at(-1)!, "!")}`;
}

function longestFirst(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted((a, b) => b.length - a.length);
}

function edge(letter: string, side: "<!" | "!"): string {
  return /[\p{Script=Latin}\d]/u.test(letter) ? `(?${side}[\\p{Script=Latin}\\d])` : "";
}

function marksOf(member: {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly employeeNumber?: string | undefined;
  readonly aliases: readonly string[];
}): readonly string[] {
  const said = [member.name, member.email, member.phone, member.employeeNumber, ...member.aliases];
  return said.flatMap((text) => {
    const plain = text?.trim() ?? "";
    return plain.length < SHORTEST ? [] : [plain];
  });
}

function folded(text: string): string {
  return text.toLowerCase();
}
