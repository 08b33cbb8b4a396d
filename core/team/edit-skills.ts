import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { GroupId, MemberId, SkillId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Bilingual } from "../base/schema.ts";
import { nameKey, nameMessage } from "./name-key.ts";
import type { Membership, Skill, SkillExpectation, SkillRating } from "./records.ts";
import { ratingOn } from "./skill-levels.ts";
import { deleteRecords, living, nextOrder, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** Adds a skill at the end. Refused without a name or with that of a living skill.
 * @example addSkill(smallTeam(), { id: "s1", name: { zh: "谈判", en: "" } }).value[0].records[0].order // => 1
 */
export function addSkill(
  rows: TeamRows,
  input: { readonly id: SkillId; readonly name: Bilingual },
): Result<readonly Change[]> {
  const problem = nameProblem(rows, input);
  if (problem) return fail([problem]);
  const skill: Skill = {
    id: input.id,
    name: trim(input.name),
    order: nextOrder(rows.skills),
    archived: false,
  };
  return ok(writeRecords("skills", [skill]));
}

/** Renames a skill; checked as when adding.
 * @example renameSkill(smallTeam(), { id: "s1", name: { zh: " ", en: "" } }).ok // => false
 */
export function renameSkill(
  rows: TeamRows,
  input: { readonly id: SkillId; readonly name: Bilingual },
): Result<readonly Change[]> {
  const problem = nameProblem(rows, input);
  return problem ? fail([problem]) : ok([setFields<Skill>("skills", input.id, { name: trim(input.name) })]);
}

/** Archives a skill; its ratings and expectations are kept for history.
 * @example archiveSkill(smallTeam(), "s1").value // => []
 */
export function archiveSkill(rows: TeamRows, id: SkillId): Result<readonly Change[]> {
  return ok(rows.skills.has(id) ? [setFields<Skill>("skills", id, { archived: true })] : []);
}

/** One cell of the skill matrix as it was typed. */
export interface RatingEdit {
  readonly memberId: MemberId;
  readonly skillId: SkillId;
  readonly text: string;
}

/** Notes levels 0–5 as seen on a day, all or none. A level equal to the one that holds writes nothing. Empty text takes back
 * the rating that holds, so that the one before it holds again. Problems have the field `<memberId>:<skillId>`.
 * @example rateSkills(smallTeam({ skills: [aSkill("s1")] }), { edits: [{ memberId: "王芳", skillId: "s1", text: "6" }], on: "2026-09-01" }).error[0].field // => "王芳:s1"
 */
export function rateSkills(
  rows: TeamRows,
  input: { readonly edits: readonly RatingEdit[]; readonly on: Day },
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const written: SkillRating[] = [];
  const removed: string[] = [];
  for (const { memberId, skillId, text } of input.edits) {
    const held = ratingOn(rows.skillRatings, { memberId, skillId, on: input.on });
    const level = readLevel(text, 0);
    const known = rows.members.has(memberId) && rows.skills.has(skillId);
    if (level === undefined || !known) {
      problems.push({ field: `${memberId}:${skillId}`, message: levelProblem(text, known, 0) });
    } else if (level === null) {
      if (held) removed.push(held.id);
    } else if (held?.level !== level) {
      const id = `${memberId}:${skillId}:${input.on}`;
      written.push({ id, memberId, skillId, on: input.on, level, source: "manager", note: "" });
    }
  }
  if (problems.length > 0) return fail(problems);
  return ok([...writeRecords("skillRatings", written), ...deleteRecords("skillRatings", removed)]);
}

/** One cell of the table of expectations as it was typed. */
export interface ExpectationEdit {
  readonly groupId: GroupId;
  readonly grade: Membership["grade"];
  readonly skillId: SkillId;
  readonly text: string;
}

/** Sets the levels 1–5 that groups expect of grades, all or none; empty text or 0 expects nothing. Problems have the field
 * `<groupId>:<grade>:<skillId>`.
 * @example setExpectations(smallTeam({ skills: [aSkill("s1")] }), [{ groupId: "开发", grade: "regular", skillId: "s1", text: "3" }]).value[0].records[0].level // => 3
 */
export function setExpectations(
  rows: TeamRows,
  edits: readonly ExpectationEdit[],
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const written: SkillExpectation[] = [];
  const removed: string[] = [];
  for (const { groupId, grade, skillId, text } of edits) {
    const id = `${groupId}:${grade}:${skillId}`;
    const level = readLevel(text, 0);
    const known = rows.groups.has(groupId) && rows.skills.has(skillId);
    if (level === undefined || !known) problems.push({ field: id, message: levelProblem(text, known, 1) });
    else if (level === null || level === 0) removed.push(id);
    else if (rows.skillExpectations.get(id)?.level !== level) {
      written.push({ id, groupId, grade, skillId, level });
    }
  }
  if (problems.length > 0) return fail(problems);
  return ok([
    ...writeRecords("skillExpectations", written),
    ...deleteRecords(
      "skillExpectations",
      removed.filter((id) => rows.skillExpectations.has(id)),
    ),
  ]);
}

/** A whole level from `least` to 5, `null` for empty text, `undefined` for anything else. */
function readLevel(text: string, least: number): number | null | undefined {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return null;
  const level = Number(plain);
  return /^\d$/.test(plain) && level >= least && level <= 5 ? level : undefined;
}

function levelProblem(text: string, known: boolean, least: number) {
  if (!known) return message("team.problem.row-gone");
  return message("team.problem.level", { text: text.trim(), least });
}

function nameProblem(
  rows: TeamRows,
  input: { readonly id: SkillId; readonly name: Bilingual },
): Problem | null {
  const { zh, en } = trim(input.name);
  if (zh === "" && en === "") return { field: "name", message: message("team.problem.skill-name") };
  const key = nameKey(zh || en);
  const clash = living(rows.skills).find(
    (skill) => skill.id !== input.id && nameKey(skill.name.zh || skill.name.en) === key,
  );
  if (!clash) return null;
  return { field: "name", message: message("team.problem.skill-taken", { skill: nameMessage(clash.name) }) };
}

function trim(name: Bilingual): Bilingual {
  return { zh: name.zh.trim(), en: name.en.trim() };
}
