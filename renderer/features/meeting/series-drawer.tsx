import { useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { parseDay } from "../../../core/base/day.ts";
import type { SeriesId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { MeetingKind, MeetingSeries } from "../../../core/meeting/records.ts";
import { putSeries } from "../../../core/meeting/schedule/edit-series.ts";
import { seriesDays } from "../../../core/meeting/schedule/series-days.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MemberChoice } from "./member-choice.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { RuleFields } from "./rule-fields.tsx";
import { seriesMessage } from "./series-list.tsx";

const KINDS = ["weekly", "monthly", "quarterly", "one-to-one", "other"] as const;
const HOLIDAYS = ["next", "previous", "skip"] as const;

interface DrawerProps {
  readonly data: MeetingData;
  /** `null`: a new one. */
  readonly series: MeetingSeries | null;
  onClose(): void;
}

type Problems = Readonly<Record<string, string>>;

/** A series by choices: how often, when, who; the sentence and the next dates follow as it is changed. */
export function SeriesDrawer({ data, series, onClose }: DrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const [draft, setDraft] = useState(() => series ?? newSeries(data, words.text("meeting.series.example")));
  const [problems, setProblems] = useState<Problems>({});
  const change = (fields: Partial<MeetingSeries>) => {
    setDraft((now) => ({ ...now, ...fields }));
    return null;
  };
  const save = async (written: MeetingSeries, label: "series" | "series-stop") => {
    const command = putSeries(currentWorkspace().rows, written);
    if (!command.ok) {
      setProblems(Object.fromEntries(command.error.map((one) => [one.field ?? "", words.say(one.message)])));
      return;
    }
    const params = { name: written.name };
    const outcome = await runCommand(message(`meeting.record.${label}`, params), { command, seen });
    if (outcome.ok) onClose();
  };
  return (
    <Drawer
      open
      width={560}
      title={words.text(series ? "meeting.series.edit" : "meeting.series.new")}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void save(draft, "series")}>
            {words.text("meeting.series.save")}
          </Button>
          {series && (
            <Button onClick={() => void save({ ...series, archived: true }, "series-stop")}>
              {words.text("meeting.series.stop")}
            </Button>
          )}
        </>
      }
    >
      <SeriesFields draft={draft} problems={problems} onChange={change} />
      <MemberChoice
        members={membersOn(data.rows, data.today)}
        chosen={draft.memberIds}
        isSingle={draft.kind === "one-to-one"}
        problem={problems["memberIds"]}
        onChange={(memberIds) => change({ memberIds: [...memberIds] })}
      />
      <Preview data={data} draft={draft} />
    </Drawer>
  );
}

function newSeries(data: MeetingData, name: string): MeetingSeries {
  return {
    id: currentPlatform().newId() as SeriesId,
    name,
    kind: "weekly",
    rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
    from: data.today,
    startsAt: "09:30",
    minutes: 60,
    place: "",
    memberIds: membersOn(data.rows, data.today).map(({ id }) => id),
    onHoliday: "next",
    archived: false,
  };
}

/** What each kind usually is; the manager changes what is different here. */
const RULE_BY_KIND: Readonly<Record<MeetingKind, Pick<MeetingSeries, "rule" | "minutes">>> = {
  weekly: { rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO", minutes: 60 },
  monthly: { rule: "FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO", minutes: 90 },
  quarterly: { rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", minutes: 180 },
  "one-to-one": { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", minutes: 30 },
  other: { rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR", minutes: 60 },
};

interface FieldsProps {
  readonly draft: MeetingSeries;
  readonly problems: Problems;
  onChange(fields: Partial<MeetingSeries>): null;
}

function SeriesFields({ draft, problems, onChange }: FieldsProps) {
  const words = useWords();
  const field = (key: string) => words.text(`meeting.series.field.${key}`);
  const changeKind = (kind: MeetingKind) =>
    onChange({
      kind,
      ...RULE_BY_KIND[kind],
      ...(kind === "one-to-one" ? { memberIds: draft.memberIds.slice(0, 1) } : {}),
    });
  return (
    <>
      <TextField
        label={field("name")}
        value={draft.name}
        autoFocus
        problem={problems["name"]}
        onType={(name) => onChange({ name })}
        onCommit={(name) => onChange({ name })}
      />
      <div className="meeting-pairs">
        <SelectField
          label={field("kind")}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: words.text(`meeting.kind.${value}`) }))}
          onCommit={changeKind}
        />
        <SelectField
          label={field("holiday")}
          value={draft.onHoliday}
          options={HOLIDAYS.map((value) => ({ value, label: words.text(`meeting.series.holiday.${value}`) }))}
          onCommit={(onHoliday) => onChange({ onHoliday })}
        />
      </div>
      <RuleFields rule={draft.rule} problem={problems["rule"]} onChange={(rule) => onChange({ rule })} />
      <TimeFields draft={draft} problems={problems} onChange={onChange} />
    </>
  );
}

function TimeFields({ draft, problems, onChange }: FieldsProps) {
  const words = useWords();
  const field = (key: string) => words.text(`meeting.series.field.${key}`);
  const changeUntil = (text: string) => {
    const { until: _before, ...rest } = draft;
    const until = parseDay(text);
    return onChange(until === null ? ({ ...rest, until: undefined } as Partial<MeetingSeries>) : { until });
  };
  return (
    <div className="meeting-pairs">
      <TextField
        label={field("starts")}
        value={draft.startsAt}
        problem={problems["startsAt"]}
        onType={(startsAt) => onChange({ startsAt })}
        onCommit={(startsAt) => onChange({ startsAt })}
      />
      <TextField
        label={field("minutes")}
        value={String(draft.minutes)}
        problem={problems["minutes"]}
        onCommit={(text) => onChange({ minutes: Number(text) })}
      />
      <DayField
        label={field("from")}
        value={draft.from}
        onCommit={(text) => onChange({ from: parseDay(text) ?? draft.from })}
      />
      <DayField
        label={field("until")}
        hint={field("until.hint")}
        value={draft.until ?? ""}
        problem={problems["until"]}
        onCommit={changeUntil}
      />
      <TextField
        label={field("place")}
        value={draft.place}
        onType={(place) => onChange({ place })}
        onCommit={(place) => onChange({ place })}
      />
    </div>
  );
}

/** The sentence, and the next dates with what holidays do to them. */
function Preview({ data, draft }: { readonly data: MeetingData; readonly draft: MeetingSeries }) {
  const words = useWords();
  const start: Day = draft.from > data.today ? draft.from : data.today;
  const days = seriesDays(draft, data.calendar, { start, end: addDays(start, 366) }).slice(0, 5);
  return (
    <section className="series-preview" aria-live="polite">
      <p>
        <strong>{words.say(seriesMessage(draft))}</strong>
      </p>
      {days.length === 0 ? (
        <p className="quiet">{words.text("meeting.series.preview.none")}</p>
      ) : (
        <p className="quiet">
          {words.text("meeting.series.preview")}{" "}
          {days
            .map(({ ruleDay, on }) =>
              ruleDay === on
                ? words.day(on)
                : words.text("meeting.series.preview.moved", { day: { day: on }, from: { day: ruleDay } }),
            )
            .join(" · ")}
        </p>
      )}
    </section>
  );
}
