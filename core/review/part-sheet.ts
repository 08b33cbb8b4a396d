import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { cellText } from "../base/table.ts";
import type { Table } from "../base/table.ts";
import { nameMessage } from "../team/name-key.ts";
import { withWritten } from "./edit-review.ts";
import type { Review, ReviewCycle } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** The last column of a form: by its codes a file is read, whatever has become of the rest. */
const CYCLE = "cycle:";
const MEMBER = "member:";
const PEER = "peer:";
const RATING = "rating:";
const TEXT = "text";
const RATINGS = ["1", "2", "3", "4", "5"] as const;

/** The places of the columns: what is asked, the answer, a hint, the code. */
const ANSWER = 1;
const CODE = 3;

/** What a form says in the reader's language. */
export interface FormWords {
  readonly cycle: string;
  readonly member: string;
  /** Whose words a colleague's form holds. */
  readonly peer: string;
  readonly keep: string;
  readonly rate: string;
  readonly text: string;
  readonly write: string;
  nameOf(name: { readonly zh: string; readonly en: string }): string;
}

/** One file as it came back. */
export interface PartFile {
  readonly name: string;
  readonly table: Table;
}

/** Who is on a form. */
interface Person {
  readonly id: MemberId;
  readonly name: string;
}

/** The rows of a form about a member, to be filled outside the app by the member or by a colleague: the cycle, the member, the
 * colleague where there is one, each competency, the words.
 * @example partSheet(aCycle(), { id: "m1", name: "A" }, { period: "Q3", words: { nameOf: (name) => name.en } }).map((row) => row[3]) // => ["cycle:2026-Q3", "member:m1", "rating:skill", "text"]
 */
export function partSheet(
  cycle: ReviewCycle,
  member: Person,
  of: { readonly period: string; readonly words: FormWords; readonly peer?: Person },
): readonly (readonly string[])[] {
  const { words, peer } = of;
  return [
    [words.cycle, of.period, words.keep, `${CYCLE}${cycle.id}`],
    [words.member, member.name, words.keep, `${MEMBER}${member.id}`],
    ...(peer ? [[words.peer, peer.name, words.keep, `${PEER}${peer.id}`]] : []),
    ...cycle.competencies.map(({ id, name }) => [words.nameOf(name), "", words.rate, `${RATING}${id}`]),
    [words.text, "", words.write, TEXT],
  ];
}

/** Where a form asks for an answer: the column, and the rows whose answer is a rating.
 * @example askedOf([["a", "", "b", "rating:skill"], ["c", "", "d", "text"]], "1–5") // => { column: 1, choices: [{ row: 0, values: ["1", "2", "3", "4", "5"], hint: "1–5" }] }
 */
export function askedOf(
  rows: readonly (readonly string[])[],
  hint: string,
): {
  readonly column: number;
  readonly choices: readonly {
    readonly row: number;
    readonly values: readonly string[];
    readonly hint: string;
  }[];
} {
  const choices = rows.flatMap((row, at) =>
    row[CODE]?.startsWith(RATING) ? [{ row: at, values: RATINGS, hint }] : [],
  );
  return { column: ANSWER, choices };
}

/** What the forms that came back write, all or none. Each is checked against the cycle and member that it was made for: a
 * cycle that is not running, a member or colleague who is not in it or bears another name, a colleague too many, a rating that
 * is missing or not 1–5, no words, and two files of one person about one member are refused, with the file as the problem's field.
 * @example takePartFiles(reviewRows(), { files: [{ name: "a.xlsx", table: { rows: [["x"]], lines: [1] } }], names: new Map(), on: "2026-10-02" }).error[0].field // => "a.xlsx"
 */
export function takePartFiles(
  rows: ReviewRows,
  of: {
    readonly files: readonly PartFile[];
    readonly names: ReadonlyMap<string, { readonly name: string }>;
    readonly on: Day;
  },
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  // Several files may be about one member: each is written onto what the ones before it wrote.
  const reviews = new Map(rows.reviews);
  const written = new Set<string>();
  const seen = new Set<string>();
  for (const file of of.files) {
    const read = readFile({ ...rows, reviews }, file, of);
    if (read.ok && seen.has(read.value.key)) {
      problems.push({ field: file.name, message: message("review.form.problem.twice", { file: file.name }) });
    } else if (read.ok) {
      seen.add(read.value.key);
      reviews.set(read.value.review.id, read.value.review);
      written.add(read.value.review.id);
    } else problems.push(...read.error);
  }
  if (problems.length > 0) return fail(problems);
  return ok(
    written.size === 0
      ? []
      : [
          putRecords(
            "reviews",
            [...written].map((id) => reviews.get(id)!),
          ),
        ],
  );
}

function readFile(
  rows: ReviewRows,
  file: PartFile,
  of: { readonly names: ReadonlyMap<string, { readonly name: string }>; readonly on: Day },
): Result<{ readonly key: string; readonly review: Review }> {
  const refuse = (name: string, params: Record<string, string | ReturnType<typeof nameMessage>> = {}) =>
    fail([
      { field: file.name, message: message(`review.form.problem.${name}`, { file: file.name, ...params }) },
    ]);
  const answers = answersOf(file.table);
  const codeOf = (kind: string) =>
    [...answers.keys()].find((code) => code.startsWith(kind))?.slice(kind.length);
  const [cycleId, memberId] = [codeOf(CYCLE), codeOf(MEMBER)];
  if (cycleId === undefined || memberId === undefined) return refuse("foreign");
  const cycle = rows.reviewCycles.get(cycleId);
  if (!cycle || cycle.state === "locked") return refuse("cycle");
  const id = cycle.memberIds.find((one) => one === memberId);
  const known = of.names.get(memberId)?.name;
  if (id === undefined || known !== answers.get(`${MEMBER}${memberId}`)) return refuse("member");
  const peerId = codeOf(PEER);
  const peer = cycle.memberIds.find((one) => one === peerId && one !== id);
  const isPeerKnown = peer !== undefined && of.names.get(peer)?.name === answers.get(`${PEER}${peer}`);
  if (peerId !== undefined && !isPeerKnown) return refuse("peer");
  const others = rows.reviews.get(`${cycleId}|${memberId}`)?.peers ?? [];
  if (peer !== undefined && others.filter((one) => one.memberId !== peer).length >= cycle.peerCount) {
    return refuse("peers-full");
  }
  const ratings: Record<string, number> = {};
  for (const competency of cycle.competencies) {
    const answer = (answers.get(`${RATING}${competency.id}`) ?? "").normalize("NFKC");
    if (!/^[1-5]$/.test(answer)) return refuse("rating", { what: nameMessage(competency.name) });
    ratings[competency.id] = Number(answer);
  }
  const text = answers.get(TEXT) ?? "";
  if (text === "") return refuse("text");
  const edit = { text, ratings, file: file.name.slice(0, 200) };
  const by = peer === undefined ? "self" : { peer };
  const made = withWritten(rows, { cycleId, memberId: id, by, on: of.on, edit });
  return made.ok ? ok({ key: `${cycleId}|${memberId}|${peer ?? ""}`, review: made.value }) : made;
}

/** Code → answer. */
function answersOf(table: Table): ReadonlyMap<string, string> {
  return new Map(table.rows.map((row) => [cellText(row[CODE]).trim(), cellText(row[ANSWER]).trim()]));
}
