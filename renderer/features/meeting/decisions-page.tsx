import { isDue, listDecisions } from "../../../core/meeting/decisions/edit-decisions.ts";
import type { Decision } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { DecisionDrawer } from "./decision-drawer.tsx";
import { useMeetingData } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { meetingHref, useOpenId } from "./meeting-place.ts";
import { meetingTabs } from "./meeting-tabs.ts";
import { NewLine } from "./new-line.tsx";
import "./meeting.css";

/** 决议: what was decided; what is to be looked at again stands first. */
export function DecisionsPage() {
  const words = useWords();
  const data = useMeetingData();
  const [id, open] = useOpenId("decisions");
  const { rows, today } = data;
  const decisions = listDecisions(rows.decisions.values(), today);
  const due = decisions.filter((one) => isDue(one, today)).length;
  const opened = id === null ? undefined : rows.decisions.get(id);
  return (
    <Page tabs={meetingTabs(words)} activeTab="decisions" hint={words.text("meeting.decision.hint")}>
      <NewLine data={data} kind="decision" />
      {due > 0 && (
        <p className="tone-behind" role="status">
          ▼ {words.text("meeting.decision.due", { count: due })}
        </p>
      )}
      {decisions.length === 0 ? (
        <EmptyState
          title={words.text("meeting.decision.empty.title")}
          text={words.text("meeting.decision.empty.text")}
        />
      ) : (
        <DataTable
          label={words.text("meeting.decision.table")}
          rows={decisions}
          rowKey={(decision) => decision.id}
          columns={decisionColumns(words, data)}
          onOpen={(decision) => open(decision.id)}
          exportName={words.text("meeting.decision.table")}
          height="max(320px, calc(100dvh - 260px))"
        />
      )}
      {opened && <DecisionDrawer key={opened.id} data={data} decision={opened} onClose={() => open(null)} />}
    </Page>
  );
}

function decisionColumns(words: Words, data: MeetingData): readonly DataColumn<Decision>[] {
  const title = (key: string) => words.text(`meeting.decision.field.${key}`);
  const meetingOf = ({ meetingId }: Decision) => data.rows.meetings.get(meetingId ?? "");
  return [
    {
      key: "text",
      title: title("text"),
      width: 320,
      text: ({ text }) => text,
      render: ({ id, text }) => (
        <a href={placeHref("meeting", "decisions", { id })} title={text}>
          {text}
        </a>
      ),
    },
    dayColumn(words, "on", ({ on }) => on),
    dayColumn(words, "reviewOn", ({ reviewOn }) => reviewOn),
    {
      key: "state",
      title: title("state"),
      width: 150,
      text: (decision) => stateText(words, data, decision),
      render: (decision) => (
        <span className={isDue(decision, data.today) ? "tone-behind" : undefined}>
          {isDue(decision, data.today) ? "▼ " : ""}
          {stateText(words, data, decision)}
        </span>
      ),
    },
    { key: "outcome", title: title("outcome"), width: 196, text: ({ outcome }) => outcome },
    {
      key: "meeting",
      title: title("meeting"),
      width: 160,
      text: (decision) => meetingOf(decision)?.name ?? "",
      render: (decision) => {
        const meeting = meetingOf(decision);
        return meeting ? <a href={meetingHref(meeting.id)}>{meeting.name}</a> : null;
      },
    },
  ];
}

function dayColumn(
  words: Words,
  key: "on" | "reviewOn",
  dayOf: (decision: Decision) => Decision["on"] | undefined,
): DataColumn<Decision> {
  return {
    key,
    title: words.text(`meeting.decision.field.${key}`),
    width: 140,
    text: (decision) => {
      const day = dayOf(decision);
      return day === undefined ? "" : words.day(day);
    },
    sortValue: (decision) => dayOf(decision) ?? "",
    exportValue: (decision) => dayOf(decision) ?? "",
  };
}

function stateText(words: Words, { today }: MeetingData, decision: Decision): string {
  if (isDue(decision, today)) return words.text("meeting.decision.state.due");
  if (decision.reviewOn !== undefined && (decision.reviewedOn ?? "") < decision.reviewOn) {
    return words.text("meeting.decision.state.waiting");
  }
  return decision.reviewedOn === undefined
    ? words.text("meeting.decision.state.none")
    : words.text("meeting.decision.state.reviewed", { day: { day: decision.reviewedOn } });
}
