import type { FactRef, RecordRef } from "../../../core/base/id.ts";
import { factsOf, rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import type { Entry, EntryKind } from "./find-entries.ts";

/** Everything in the workspace that has a name and a place. */
export function workspaceEntries(workspace: Workspace, words: Words): readonly Entry[] {
  const groupName = (id: string): string => {
    const group = workspace.rows.groups.get(id);
    return group ? words.name(group.name) : "";
  };
  return [
    ...rowsOf(workspace, "members").map((member) =>
      entryOf("member", { table: "members", id: member.id }, [
        member.name,
        [member.employeeNumber, ...member.aliases],
      ]),
    ),
    ...rowsOf(workspace, "groups")
      .filter((group) => !group.archived)
      .map((group) => entryOf("group", { table: "groups", id: group.id }, [words.name(group.name), []])),
    ...rowsOf(workspace, "duties")
      .filter((duty) => !duty.archived)
      .map((duty) =>
        entryOf("duty", { table: "duties", id: duty.id }, [words.name(duty.name), [groupName(duty.groupId)]]),
      ),
    ...rowsOf(workspace, "kpis")
      .filter((kpi) => !kpi.archived)
      .map((kpi) => entryOf("kpi", { table: "kpis", id: kpi.id }, [words.name(kpi.name), []])),
    ...planEntries(workspace),
    ...bookEntries(workspace),
    ...meetingEntries(workspace, words),
    ...practiceEntries(workspace),
    ...rewardEntries(workspace),
    ...trainingEntries(workspace, words),
    ...reviewEntries(workspace, words),
  ];
}

function bookEntries(workspace: Workspace): readonly Entry[] {
  const customerName = (record: {
    customerId?: string | undefined;
    customerName?: string | undefined;
  }): string => record.customerName ?? "";
  return [
    ...factsOf(workspace, "customers").map((customer) =>
      entryOf("customer", { table: "customers", id: customer.id }, [
        customer.name,
        [customer.industry, customer.ownerName],
      ]),
    ),
    ...factsOf(workspace, "deals").map((deal) =>
      entryOf("deal", { table: "deals", id: deal.id }, [
        deal.name,
        [customerName(deal), deal.stage, deal.ownerName],
      ]),
    ),
    ...factsOf(workspace, "orders").map((order) =>
      entryOf("order", { table: "orders", id: order.id }, [
        order.number,
        [customerName(order), order.ownerName],
      ]),
    ),
    ...factsOf(workspace, "contacts").map((contact) =>
      entryOf("contact", { table: "contacts", id: contact.id }, [
        contact.name,
        [customerName(contact), contact.title, contact.phone, contact.email],
      ]),
    ),
    ...factsOf(workspace, "cases").map((one) =>
      entryOf("case", { table: "cases", id: one.id }, [
        one.subject || one.number || one.kind,
        [one.number, customerName(one), one.kind, one.status],
      ]),
    ),
  ];
}

/** Cycles, the latest first, and everybody's review in them. */
function reviewEntries(workspace: Workspace, words: Words): readonly Entry[] {
  return rowsOf(workspace, "reviewCycles")
    .toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1))
    .flatMap((cycle) => {
      const period = words.period(cycle.id);
      return [
        entryOf("review", { table: "reviewCycles", id: cycle.id }, [
          words.text("app.palette.cycle", { period }),
          [words.text(`app.home.review.state.${cycle.state}`)],
        ]),
        ...cycle.memberIds.map((id) =>
          entryOf("review", { table: "reviews", id: `${cycle.id}|${id}` }, [
            words.text("app.palette.review-of", { name: workspace.rows.members.get(id)?.name ?? id, period }),
            [],
          ]),
        ),
      ];
    });
}

function trainingEntries(workspace: Workspace, words: Words): readonly Entry[] {
  return [
    ...rowsOf(workspace, "courses")
      .filter((course) => !course.archived)
      .map((course) => entryOf("course", { table: "courses", id: course.id }, [words.name(course.name), []])),
    ...rowsOf(workspace, "trainingSessions").map((session) => {
      const course = workspace.rows.courses.get(session.courseId);
      return entryOf("session", { table: "trainingSessions", id: session.id }, [
        course ? words.name(course.name) : "",
        [words.day(session.on), session.trainer, session.place],
      ]);
    }),
  ];
}

/** Practices and announcements. */
function practiceEntries(workspace: Workspace): readonly Entry[] {
  return [
    ...rowsOf(workspace, "practices")
      .filter((practice) => !practice.archived)
      .map((practice) =>
        entryOf("practice", { table: "practices", id: practice.id }, [
          practice.title,
          [practice.stage, practice.industry, ...practice.tags],
        ]),
      ),
    ...rowsOf(workspace, "announcements").map((one) =>
      entryOf("announcement", { table: "announcements", id: one.id }, [one.title, [one.on]]),
    ),
  ];
}

/** Recognition, events and decisions about steps up. */
function rewardEntries({ rows }: Workspace): readonly Entry[] {
  const name = (id: string) => rows.members.get(id)?.name;
  return [
    ...[...rows.recognitions.values()].map((one) =>
      entryOf("reward", { table: "recognitions", id: one.id }, [one.title, [name(one.memberId), one.on]]),
    ),
    ...[...rows.rewardEvents.values()].map((one) =>
      entryOf("reward", { table: "rewardEvents", id: one.id }, [one.name, [one.on]]),
    ),
    ...[...rows.promotions.values()].map((one) =>
      entryOf("reward", { table: "promotions", id: one.id }, [one.step, [name(one.memberId), one.on]]),
    ),
  ];
}

/** The latest first: of meetings of one name the last is meant. What is private is not found. */
function meetingEntries(workspace: Workspace, words: Words): readonly Entry[] {
  return rowsOf(workspace, "meetings")
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .map((meeting) =>
      entryOf("meeting", { table: "meetings", id: meeting.id }, [
        meeting.name,
        [words.day(meeting.on), meeting.place],
      ]),
    );
}

function planEntries(workspace: Workspace): readonly Entry[] {
  return rowsOf(workspace, "payPlans")
    .filter((plan) => !plan.archived)
    .map((plan) => entryOf("plan", { table: "payPlans", id: plan.id }, [plan.name, []]));
}

function entryOf(
  kind: EntryKind,
  ref: FactRef | RecordRef,
  [title, details]: readonly [string, readonly (string | undefined)[]],
): Entry {
  return {
    kind,
    id: `${ref.table}/${ref.id}`,
    title: title === "" ? ref.id : title,
    detail: details.filter((part) => part !== undefined && part !== "" && part !== title).join(" · "),
    run: () => goTo(recordHref(ref) ?? placeHref("home")),
  };
}
