import type { KpiId, MemberId, PracticeId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { actionEffect } from "../../../core/meeting/actions/action-effect.ts";
import type { EffectSide } from "../../../core/meeting/actions/action-effect.ts";
import { editAction, removeActions } from "../../../core/meeting/actions/edit-actions.ts";
import type { ActionFields } from "../../../core/meeting/actions/edit-actions.ts";
import type { Action } from "../../../core/meeting/records.ts";
import { readDayWord } from "../../../core/meeting/run/read-day-word.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { recordHref } from "../../platform/record-place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { linkOf } from "./action-links.ts";
import type { MeetingData } from "./meeting-data.ts";
import { meetingHref } from "./meeting-place.ts";

interface DrawerProps {
  readonly data: MeetingData;
  readonly action: Action;
  onClose(): void;
}

const STATES = ["open", "done", "dropped"] as const;

/** Everything about one action, and what became of its KPI. */
export function ActionDrawer({ data, action, onClose }: DrawerProps) {
  const words = useWords();
  const write = (fields: ActionFields) =>
    runFromField(words, message("meeting.record.action-edit", { text: action.text }), ({ rows }) =>
      editAction(rows, { id: action.id, fields, today: data.today }),
    );
  const remove = async () => {
    onClose();
    const label = message("meeting.record.action-remove", { text: action.text });
    await runCommand(label, ({ rows }) => removeActions(rows, [action.id]));
  };
  return (
    <Drawer
      open
      width={560}
      title={action.text}
      onClose={onClose}
      footer={<Button onClick={() => void remove()}>{words.text("meeting.action.remove")}</Button>}
    >
      <p className="quiet">
        {action.closedOn === undefined
          ? words.text("meeting.action.created", { day: { day: action.createdOn } })
          : words.text("meeting.action.closed", {
              day: { day: action.createdOn },
              done: { day: action.closedOn },
            })}
      </p>
      <TextField
        label={words.text("meeting.action.field.text")}
        value={action.text}
        onCommit={(text) => write({ text })}
      />
      <ActionFacts data={data} action={action} onWrite={write} />
      <ActionAbout data={data} action={action} />
      <Effect data={data} action={action} />
      <TextField
        multiline
        label={words.text("meeting.action.field.note")}
        value={action.note}
        onCommit={(note) => write({ note })}
      />
    </Drawer>
  );
}

function ActionFacts(
  props: Omit<DrawerProps, "onClose"> & { onWrite(fields: ActionFields): Promise<string | null> },
) {
  const { data, action, onWrite } = props;
  const words = useWords();
  const here = membersOn(data.rows, data.today);
  const gone = data.rows.members.get(action.ownerId ?? "");
  const people = gone && !here.includes(gone) ? [...here, gone] : here;
  return (
    <div className="meeting-pairs">
      <SelectField
        label={words.text("meeting.action.field.owner")}
        value={(action.ownerId ?? "") as string}
        options={[
          { value: "", label: words.text("meeting.action.nobody") },
          ...people.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onCommit={(id) => onWrite({ ownerId: id === "" ? undefined : (id as MemberId) })}
      />
      <DayField
        label={words.text("meeting.action.field.dueOn")}
        value={action.dueOn ?? ""}
        onCommit={(text) => onWrite({ dueOn: readDayWord(text, data.today) ?? undefined })}
      />
      <SelectField
        label={words.text("meeting.action.field.state")}
        value={action.state}
        options={STATES.map((value) => ({ value, label: words.text(`meeting.action.status.${value}`) }))}
        onCommit={(state) => onWrite({ state })}
      />
      <SelectField
        label={words.text("meeting.action.field.kpi")}
        value={(action.kpiId ?? "") as string}
        options={[
          { value: "", label: words.text("meeting.action.field.kpi.none") },
          ...living(data.rows.kpis).map(({ id, name }) => ({ value: id as string, label: words.name(name) })),
        ]}
        onCommit={(id) => onWrite({ kpiId: id === "" ? undefined : (id as KpiId) })}
      />
      <PracticeChoice data={data} action={action} onWrite={onWrite} />
    </div>
  );
}

/** The practice that the action follows: one in use, or the one that was chosen. */
function PracticeChoice({ data, action, onWrite }: Parameters<typeof ActionFacts>[0]) {
  const words = useWords();
  const { practices } = data.workspace.rows;
  const offered = [...practices.values()].filter(({ id, archived }) => !archived || id === action.practiceId);
  if (offered.length === 0) return null;
  return (
    <SelectField
      label={words.text("meeting.action.field.practice")}
      value={(action.practiceId ?? "") as string}
      options={[
        { value: "", label: words.text("meeting.action.field.practice.none") },
        ...offered.map(({ id, title }) => ({ value: id as string, label: title })),
      ]}
      onCommit={(id) => onWrite({ practiceId: id === "" ? undefined : (id as PracticeId) })}
    />
  );
}

/** Deal, customer or target, the practice that it follows, and the meeting in which it was agreed. */
function ActionAbout({ data, action }: Omit<DrawerProps, "onClose">) {
  const words = useWords();
  const { meetingId: _meeting, kpiId: _kpi, practiceId, ...others } = action;
  const about = linkOf(words, data, others as Action);
  const practice = data.workspace.rows.practices.get(practiceId ?? "");
  const meeting = data.rows.meetings.get(action.meetingId ?? "");
  const field =
    action.dealId !== undefined ? "deal" : action.customerId !== undefined ? "customer" : "target";
  return (
    <dl className="about-list">
      {about && (
        <>
          <dt>{words.text(`meeting.action.field.${field}`)}</dt>
          <dd>{about.href === null ? about.label : <a href={about.href}>{about.label}</a>}</dd>
        </>
      )}
      {practice && (
        <>
          <dt>{words.text("meeting.action.field.practice")}</dt>
          <dd>
            <a href={recordHref({ table: "practices", id: practice.id }) ?? ""}>{practice.title}</a>
          </dd>
        </>
      )}
      {meeting && (
        <>
          <dt>{words.text("meeting.action.field.meeting")}</dt>
          <dd>
            <a href={meetingHref(meeting.id)}>
              {meeting.name} · {words.day(meeting.on)}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The KPI before and after; what may be said of it, and that it may be too early. */
function Effect({ data, action }: Omit<DrawerProps, "onClose">) {
  const words = useWords();
  if (action.kpiId === undefined) return null;
  const effect = actionEffect(kpiContext(data.workspace, data.today), action, data.today);
  return (
    <section className="effect" aria-label={words.text("meeting.effect.head")}>
      <h3>{words.text("meeting.effect.head")}</h3>
      {effect === null ? (
        <p className="quiet">{words.text("meeting.effect.later")}</p>
      ) : (
        <>
          <p className="effect-sides">
            <Side name={words.text("meeting.effect.before")} side={effect.before} />
            <Side name={words.text("meeting.effect.after")} side={effect.after} />
          </p>
          <p className="quiet">{words.say(effect.verdict)}</p>
        </>
      )}
    </section>
  );
}

function Side({ name, side }: { readonly name: string; readonly side: EffectSide }) {
  const words = useWords();
  return (
    <span>
      <small>{name}</small> <Figure quantity={side.value} explain={side.explain} />{" "}
      <small>{words.text("meeting.effect.n", { count: side.n })}</small>
    </span>
  );
}
