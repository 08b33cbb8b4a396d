import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { teamFindings } from "../../../../../core/team/findings/team-findings.ts";
import type { TeamRows } from "../../../../../core/team/team-rows.ts";
import { settingsOf } from "../../../../../core/vault/workspace.ts";
import {
  aDuty,
  afterChanges,
  aGroup,
  aMember,
  aMembership,
  anAbsence,
  anAssignment,
  SETTINGS,
  teamOf,
  TODAY,
  workspaceOf,
} from "../../../../builders/team.ts";

/** Any team: up to 5 members, 3 groups and 5 duties in every state that a finding can arise from. */
const anyTeam: fc.Arbitrary<TeamRows> = fc
  .record({
    groups: fc.array(fc.record({ archived: fc.boolean() }), { maxLength: 3 }),
    members: fc.array(
      fc.record({
        left: fc.constantFrom(undefined, "2026-08-01", "2026-09-20"),
        group: fc.integer({ min: 0, max: 3 }),
        away: fc.boolean(),
        interest: fc.constantFrom(1, 5),
      }),
      { maxLength: 5 },
    ),
    duties: fc.array(
      fc.record({
        group: fc.integer({ min: 0, max: 2 }),
        name: fc.constantFrom("甲", "乙", "丙"),
        standIn: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        letters: fc.array(fc.constantFrom("", "R", "A", "RA", "C", "RI", "AC"), {
          minLength: 5,
          maxLength: 5,
        }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ groups, members, duties }) =>
    teamOf({
      groups: groups.map((group, index) => aGroup(`g${index}`, { ...group, order: index })),
      members: members.map(({ left, interest }, index) =>
        aMember(`m${index}`, {
          order: index,
          interests: { d0: interest },
          ...(left === undefined ? {} : { leftOn: day(left) }),
        }),
      ),
      memberships: members.flatMap(({ group }, index) =>
        group < 3 ? [aMembership(`m${index}`, `g${group}`)] : [],
      ),
      absences: members.flatMap(({ away }, index) =>
        away ? [anAbsence(`m${index}`, "2026-08-25", "2026-09-10")] : [],
      ),
      duties: duties.map(({ group, name, standIn }, index) =>
        aDuty(`d${index}`, `g${group}`, {
          name: { zh: name, en: "" },
          order: index,
          ...(standIn === undefined ? {} : { standInId: `m${standIn}` as MemberId }),
        }),
      ),
      assignments: duties.flatMap(({ letters }, duty) =>
        letters.flatMap((text, member) =>
          text === "" ? [] : [anAssignment(`d${duty}`, `m${member}`, text)],
        ),
      ),
    }),
  );

describe("repairs", () => {
  it("every repair of every finding passes the schemas and makes its finding go away", () => {
    fc.assert(
      fc.property(anyTeam, fc.integer({ min: 1, max: 3 }), (rows, dutyLimit) => {
        const before = workspaceOf(rows, { ...SETTINGS, dutyLimit });
        for (const finding of teamFindings(rows, settingsOf(before), TODAY)) {
          for (const repair of finding.repairs) {
            const after = afterChanges(before, repair.changes);
            const left = teamFindings(after.rows, settingsOf(after), TODAY).map((one) => one.id);
            expect(left).not.toContain(finding.id);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("every finding has an id of its own", () => {
    fc.assert(
      fc.property(anyTeam, (rows) => {
        const ids = teamFindings(rows, SETTINGS, TODAY).map((finding) => finding.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("handing out duties overloads nobody else", () => {
    fc.assert(
      fc.property(anyTeam, (rows) => {
        const before = workspaceOf(rows, { ...SETTINGS, dutyLimit: 1 });
        const overloaded = (list: ReturnType<typeof teamFindings>) =>
          list.filter((one) => one.code === "member-overloaded").map((one) => one.id);
        const found = teamFindings(rows, settingsOf(before), TODAY);
        for (const finding of found.filter((one) => one.code === "member-overloaded")) {
          const repair = finding.repairs.find((one) => one.label.key === "team.repair.hand-out");
          if (!repair) continue;
          const after = overloaded(
            teamFindings(afterChanges(before, repair.changes).rows, settingsOf(before), TODAY),
          );
          expect(after.every((id) => overloaded(found).includes(id))).toBe(true);
        }
      }),
    );
  });
});

describe("a large team", () => {
  it("of 50 members and 60 duties nobody approves or stands in for has 120 findings", () => {
    const members = Array.from({ length: 50 }, (_, index) => aMember(`m${index}`, { order: index }));
    const duties = Array.from({ length: 60 }, (_, index) =>
      aDuty(`d${index}`, `g${index % 3}`, { order: index }),
    );
    const rows = teamOf({
      groups: [0, 1, 2].map((index) => aGroup(`g${index}`)),
      members,
      memberships: members.map((member, index) => aMembership(member.id, `g${index % 3}`)),
      duties,
      assignments: duties.map((duty, index) => anAssignment(duty.id, `m${index % 50}`, "R")),
    });
    expect(teamFindings(rows, SETTINGS, day("2026-08-01"))).toHaveLength(120);
  });
});
