import type { MemberId } from "../../base/id.ts";
import { rowsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";

/** What a member is known by. */
export interface PersonMarks {
  readonly id: MemberId;
  /** Names, addresses and numbers that are nobody else's, the longest first. */
  readonly own: readonly string[];
  /** Those that another member bears too: nobody can say whom a text means by them. */
  readonly shared: readonly string[];
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
  const others = new Set(
    rowsOf(workspace, "members").flatMap((one) => (one.id === id ? [] : marksOf(one).map(folded))),
  );
  const marks = [...new Set(marksOf(member))].toSorted((a, b) => b.length - a.length);
  return {
    id,
    own: marks.filter((mark) => !others.has(folded(mark))),
    shared: marks.filter((mark) => others.has(folded(mark))),
  };
}

/** A text with a person's marks replaced, whatever their case. Names in Latin letters must stand alone: Ann is not in annual.
 * @example withoutMarks("Ann, annual", ["Ann"], "X") // => "X, annual"
 * @example withoutMarks("请王芳跟进", ["王芳"], "成员 1") // => "请成员 1跟进"
 */
export function withoutMarks(text: string, marks: readonly string[], neutral: string): string {
  let plain = text;
  for (const mark of marks) {
    if (folded(plain) === folded(mark)) return neutral;
    if (mark.length < LONG_NUMBER && /^\d+$/.test(mark)) continue;
    if (folded(plain).includes(folded(mark))) plain = plain.replace(patternOf(mark), () => neutral);
  }
  return plain;
}

const patternByMark = new Map<string, RegExp>();

function patternOf(mark: string): RegExp {
  const known = patternByMark.get(mark);
  if (known) return known;
  const literal = mark.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const pattern = new RegExp(`${edge(mark.at(0)!, "<!")}${literal}${edge(mark.at(-1)!, "!")}`, "giu");
  patternByMark.set(mark, pattern);
  return pattern;
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
