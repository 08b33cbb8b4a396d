import { describe, expect, test } from "vitest";
import type { Day } from "../../../../core/base/day.ts";
import { message } from "../../../../core/base/message.ts";
import { agendaFromImports } from "../../../../core/meeting/agenda-from-imports.ts";
import type { AgendaKind, ImportEvent } from "../../../../core/meeting/agenda-from-imports.ts";
import { needsAttention } from "../../../../core/meeting/needs-attention.ts";

function event(id: string, kind: AgendaKind, amount: number | null): ImportEvent {
  const ref = { table: "deals" as const, id };
  return {
    ref,
    kind,
    about: id,
    ownerId: null,
    owner: "Ann",
    amount: amount as never,
    reason: message(`told.${kind}`),
  };
}

describe("the agenda from imports", () => {
  test("puts the deal first of which most money is at stake", () => {
    const items = agendaFromImports([
      event("a", "reassigned", 9000),
      event("b", "gone", 1000),
      event("c", "slipped", 2000),
    ]);
    expect(items.map(({ ref, weight }) => [ref.id, weight])).toEqual([
      ["c", 1200],
      ["b", 1000],
      ["a", 900],
    ]);
  });

  test("has one item a deal with all its reasons, the weightiest first", () => {
    const [item] = agendaFromImports([event("a", "slipped", 1000), event("a", "cut", 700)]);
    expect(item).toMatchObject({
      kind: "cut",
      weight: 1300,
      reasons: [message("told.cut"), message("told.slipped")],
    });
  });

  test("weighs a deal without an amount as one of the median amount", () => {
    const items = agendaFromImports([
      event("a", "gone", 10),
      event("b", "gone", null),
      event("c", "gone", 30),
      event("d", "gone", 50),
    ]);
    expect(items.map(({ ref, weight }) => `${ref.id} ${weight}`)).toEqual(["d 50", "b 30", "c 30", "a 10"]);
  });
});

describe("what the newest import brought, among what needs the manager", () => {
  const news = { on: "2026-11-23" as Day, today: "2026-11-25" as Day, slipped: 3, gone: 1, cut: 0, lost: 0 };
  const needs = (imports: typeof news) =>
    needsAttention({ paces: [], findings: [], unassigned: null, missing: [], imports }, 5).needs;

  test("is one line that counts what went wrong, since a weekday", () => {
    expect(needs(news)).toMatchObject([
      {
        kind: "import",
        about: { key: "meeting.need.import.since", params: { weekday: { key: "meeting.weekday.1" } } },
        reason: {
          params: {
            names: {
              params: {
                first: { key: "meeting.need.import.slipped", params: { count: 3 } },
                rest: { key: "meeting.need.import.gone", params: { count: 1 } },
              },
            },
          },
        },
      },
    ]);
  });

  test("names the day after a week, and is silent after two", () => {
    expect(needs({ ...news, today: "2026-12-01" as Day })[0]!.about).toMatchObject({
      key: "meeting.need.import.since-day",
    });
    expect(needs({ ...news, today: "2026-12-08" as Day })).toEqual([]);
  });

  test("is silent when nothing went wrong", () => {
    expect(needs({ ...news, slipped: 0, gone: 0 })).toEqual([]);
  });
});
