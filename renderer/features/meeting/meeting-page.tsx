import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { agendaOf } from "../../../core/meeting/agenda/agenda-of.ts";
import { proposeAgenda } from "../../../core/meeting/agenda/propose-agenda.ts";
import type { AgendaItem, Meeting } from "../../../core/meeting/records.ts";
import { startMeeting } from "../../../core/meeting/run/run-meeting.ts";
import { editMeeting, removeMeeting } from "../../../core/meeting/schedule/edit-meeting.ts";
import { meetingById } from "../../../core/meeting/schedule/meeting-list.ts";
import { agendaSources } from "../../../core/vault/agenda-sources.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import type { Command } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AgendaList } from "./agenda-list.tsx";
import { AttendanceList } from "./attendance-list.tsx";
import { HeldMeeting } from "./held-meeting.tsx";
import { MeetingDrawer } from "./meeting-drawer.tsx";
import { useMeetingData, weekdayMessage } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { useOpenId } from "./meeting-place.ts";
import { meetingTabs } from "./meeting-tabs.ts";
import { MinutesOut } from "./minutes-out.tsx";
import { NotesPanel } from "./notes-panel.tsx";
import { RunningMeeting } from "./running-meeting.tsx";
import "./meeting.css";

/** One meeting: its agenda before, its running, its minutes after. */
export function MeetingPage() {
  const words = useWords();
  const data = useMeetingData();
  const [id] = useOpenId("meeting");
  const meeting = id === null ? null : meetingById(data.rows, data.calendar, id);
  if (meeting === null) {
    return (
      <Page tabs={meetingTabs(words)} activeTab="meetings">
        <EmptyState
          title={words.text("meeting.one.gone.title")}
          text={words.text("meeting.one.gone.text")}
          actions={[{ label: words.text("meeting.one.back"), onClick: () => goTo(placeHref("meeting")) }]}
        />
      </Page>
    );
  }
  if (meeting.state === "running") return <RunningMeeting data={data} meeting={meeting} />;
  if (meeting.state === "held") {
    return (
      <Page
        tabs={meetingTabs(words)}
        activeTab="meetings"
        tools={meeting.kind === "one-to-one" ? undefined : <MinutesOut data={data} meeting={meeting} />}
      >
        <MeetingHead meeting={meeting} />
        <HeldMeeting data={data} meeting={meeting} />
      </Page>
    );
  }
  return <PlannedMeeting data={data} meeting={meeting} />;
}

interface MeetingProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
}

/** Name, time and place over everything else. */
export function MeetingHead({ meeting }: Pick<MeetingProps, "meeting">) {
  const words = useWords();
  const { on, startsAt: time, minutes: count, place } = meeting;
  const when = words.text("meeting.one.when", {
    day: { day: on },
    weekday: weekdayMessage(on),
    time,
    count,
  });
  return (
    <header className="meeting-head">
      <a href={placeHref("meeting")}>‹ {words.text("meeting.one.back")}</a>
      <h2>{meeting.name}</h2>
      <p className="quiet">
        {[when, place, words.text(`meeting.kind.${meeting.kind}`)].filter((part) => part !== "").join(" · ")}
      </p>
    </header>
  );
}

function PlannedMeeting({ data, meeting }: MeetingProps) {
  const words = useWords();
  const { workspace, today } = data;
  const proposed = useMemo(
    () => proposeAgenda(agendaSources(workspace, meeting, today)),
    [workspace, meeting, today],
  );
  const lines = agendaOf(meeting, proposed);
  const other = meeting.kind === "one-to-one" ? meeting.attendance[0]?.memberId : undefined;
  return (
    <Page
      tabs={meetingTabs(words)}
      activeTab="meetings"
      tools={<PlannedTools data={data} meeting={meeting} lines={lines} />}
      hint={words.text("meeting.agenda.hint")}
    >
      <MeetingHead meeting={meeting} />
      <div className="meeting-columns">
        <AgendaList data={data} meeting={meeting} lines={lines} proposed={proposed} />
        <aside className="meeting-side">
          <AttendanceList data={data} meeting={meeting} />
          {other !== undefined && <NotesPanel data={data} memberId={other} meetingId={meeting.id} />}
        </aside>
      </div>
    </Page>
  );
}

function PlannedTools({ data, meeting, lines }: MeetingProps & { readonly lines: readonly AgendaItem[] }) {
  const words = useWords();
  const [isEditing, edit] = useState(false);
  const { name } = meeting;
  const isCancelled = meeting.state === "cancelled";
  const run = (label: "start" | "meeting" | "meeting-cancel", command: Command) =>
    runCommand(message(`meeting.record.${label}`, { name }), command);
  const start = () =>
    run("start", ({ rows }) =>
      startMeeting(rows, meeting, { lines, nowMs: currentPlatform().nowMs(), today: data.today }),
    );
  const cancel = async () => {
    const outcome = await run("meeting-cancel", ({ rows }) => removeMeeting(rows, meeting));
    if (outcome.ok) goTo(placeHref("meeting"));
  };
  const again = () => run("meeting", ({ rows }) => editMeeting(rows, meeting, { state: "planned" }));
  return (
    <>
      {isCancelled ? (
        <Button kind="primary" onClick={() => void again()}>
          {words.text("meeting.one.again")}
        </Button>
      ) : (
        <>
          <Button kind="primary" onClick={() => void start()}>
            {words.text("meeting.one.start")}
          </Button>
          <Button onClick={() => edit(true)}>{words.text("meeting.one.edit")}</Button>
          <Button onClick={() => void cancel()}>{words.text("meeting.one.cancel")}</Button>
        </>
      )}
      {isEditing && <MeetingDrawer data={data} meeting={meeting} onClose={() => edit(false)} />}
    </>
  );
}
