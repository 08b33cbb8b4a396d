import { useState } from "react";
import { parseDay } from "../../../core/base/day.ts";
import type { MeetingId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { editMeeting } from "../../../core/meeting/schedule/edit-meeting.ts";
import { attendanceOf } from "../../../core/meeting/schedule/meeting-list.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MemberChoice } from "./member-choice.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { meetingHref } from "./meeting-place.ts";

const KINDS = ["other", "weekly", "monthly", "quarterly", "one-to-one"] as const;

/** A meeting by itself, today. */
export function newMeeting(data: MeetingData): Meeting {
  const members = membersOn(data.rows, data.today).map(({ id }) => id);
  return {
    id: currentPlatform().newId() as MeetingId,
    kind: "other",
    name: "",
    on: data.today,
    startsAt: "14:00",
    minutes: 45,
    place: "",
    state: "planned",
    attendance: [...attendanceOf(data.rows, members, data.today)],
    items: [],
    hiddenKeys: [],
    orderKeys: [],
    progress: "",
    problems: "",
  };
}

interface DrawerProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
  readonly isNew?: boolean;
  onClose(): void;
}

/** When a meeting is, and who takes part. */
export function MeetingDrawer({ data, meeting, isNew = false, onClose }: DrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const [draft, setDraft] = useState(meeting);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const change = (fields: Partial<Meeting>) => {
    setDraft((now) => ({ ...now, ...fields }));
    return null;
  };
  const save = async () => {
    const command =
      draft.kind === "one-to-one" && draft.attendance.length !== 1
        ? ({
            ok: false,
            error: [{ field: "memberIds", message: message("meeting.problem.one-member") }],
          } as const)
        : editMeeting(currentWorkspace().rows, draft, {});
    if (!command.ok) {
      setProblems(Object.fromEntries(command.error.map((one) => [one.field ?? "", words.say(one.message)])));
      return;
    }
    const label = message(`meeting.record.${isNew ? "meeting-new" : "meeting"}`, { name: draft.name });
    const outcome = await runCommand(label, { command, seen });
    if (!outcome.ok) return;
    onClose();
    if (isNew) goTo(meetingHref(draft.id));
  };
  return (
    <Drawer
      open
      title={words.text(isNew ? "meeting.one.new" : "meeting.one.edit")}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={() => void save()}>
          {words.text("meeting.series.save")}
        </Button>
      }
    >
      <MeetingFields draft={draft} problems={problems} onChange={change} />
      <MemberChoice
        members={membersOn(data.rows, draft.on)}
        chosen={draft.attendance.map(({ memberId }) => memberId)}
        isSingle={draft.kind === "one-to-one"}
        problem={problems["memberIds"]}
        onChange={(ids) => change({ attendance: withPeople(data, draft, ids) })}
      />
    </Drawer>
  );
}

/** Who stays keeps what was said of them. */
function withPeople(data: MeetingData, draft: Meeting, ids: readonly MemberId[]): Meeting["attendance"] {
  const known = new Map(draft.attendance.map((one) => [one.memberId, one]));
  return attendanceOf(data.rows, ids, draft.on).map((one) => known.get(one.memberId) ?? one);
}

function MeetingFields(props: {
  readonly draft: Meeting;
  readonly problems: Readonly<Record<string, string>>;
  onChange(fields: Partial<Meeting>): null;
}) {
  const words = useWords();
  const { draft, problems, onChange } = props;
  return (
    <>
      <TextField
        label={words.text("meeting.series.field.name")}
        value={draft.name}
        autoFocus
        problem={problems["name"]}
        onType={(name) => onChange({ name })}
        onCommit={(name) => onChange({ name })}
      />
      <div className="meeting-pairs">
        <DayField
          label={words.text("meeting.column.day")}
          value={draft.on}
          onCommit={(text) => onChange({ on: parseDay(text) ?? draft.on })}
        />
        <TextField
          label={words.text("meeting.series.field.starts")}
          value={draft.startsAt}
          problem={problems["startsAt"]}
          onType={(startsAt) => onChange({ startsAt })}
          onCommit={(startsAt) => onChange({ startsAt })}
        />
        <TextField
          label={words.text("meeting.series.field.minutes")}
          value={String(draft.minutes)}
          problem={problems["minutes"]}
          onCommit={(text) => onChange({ minutes: Number(text) })}
        />
        <TextField
          label={words.text("meeting.series.field.place")}
          value={draft.place}
          onType={(place) => onChange({ place })}
          onCommit={(place) => onChange({ place })}
        />
        {draft.seriesId === undefined && (
          <SelectField
            label={words.text("meeting.series.field.kind")}
            value={draft.kind}
            options={KINDS.map((value) => ({ value, label: words.text(`meeting.kind.${value}`) }))}
            onCommit={(kind) => onChange({ kind })}
          />
        )}
      </div>
    </>
  );
}
