import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { readPlaces, removeEvent, saveEvent } from "../../../core/incentive/events/edit-events.ts";
import { readRewardMoney } from "../../../core/incentive/recognition/read-reward-money.ts";
import type { RewardEvent } from "../../../core/incentive/records.ts";
import { numberShape } from "../../../core/target/target-rows.ts";
import { parseTargetText, printTargetText } from "../../../core/target/target-text.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { Words } from "../../../core/words/words.ts";
import { EventAttendance } from "./event-attendance.tsx";
import { EventContenders } from "./event-contenders.tsx";
import { JourneyFields } from "./journey-fields.tsx";
import { FormFoot, FormProblem, moneyText } from "./reward-fields.tsx";
import type { RewardSource } from "./reward-source.ts";
import { runForm } from "./run-form.ts";
import type { FormProblems } from "./run-form.ts";

/** The fields that are typed as numbers, as they are typed. */
export interface EventText {
  readonly budget: string;
  readonly spent: string;
  readonly threshold: string;
  readonly places: string;
}

interface DrawerProps {
  readonly source: RewardSource;
  readonly event: RewardEvent;
  onClose(): void;
}

/** One event: what it is, what it costs, who goes or who came. */
export function EventDrawer({ source, event, onClose }: DrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { rows } = source;
  const [draft, setDraft] = useState(event);
  const [text, setText] = useState(() => textOf(source, event));
  const [problems, setProblems] = useState<FormProblems>({});
  const isKept = rows.rewardEvents.has(event.id);
  const read = readEvent(words, source, { draft, text });
  const params = { name: draft.name };
  const save = async () => {
    if (!read.ok) return setProblems(read.problems);
    const label = message(`incentive.record.event-${isKept ? "edit" : "add"}`, params);
    const wrong = await runForm({ words, seen }, label, saveEvent(currentWorkspace().rows, read.event));
    if (wrong === null) return onClose();
    return setProblems(wrong);
  };
  const remove = async () => {
    onClose();
    const command = removeEvent(currentWorkspace().rows, event.id);
    await runCommand(message("incentive.record.event-remove", params), { command, seen });
  };
  const take = (fields: Partial<RewardEvent>) => {
    setDraft((now) => ({ ...now, ...fields }));
    return null;
  };
  const takeText = (fields: Partial<EventText>) => {
    setText((now) => ({ ...now, ...fields }));
    return null;
  };
  const isJourney = draft.kind === "travel";
  return (
    <Drawer
      open
      width={620}
      title={words.text(`incentive.event.${isKept ? "kind" : "add"}.${draft.kind}`)}
      onClose={onClose}
      footer={
        <FormFoot
          saveLabel={words.text("base.save")}
          onSave={() => void save()}
          onClose={onClose}
          {...(isKept ? { onRemove: () => void remove() } : {})}
        />
      }
    >
      <EventFacts draft={draft} text={text} problems={problems} onTake={take} onTakeText={takeText} />
      {isJourney && (
        <>
          <JourneyFields
            source={source}
            draft={draft}
            text={text}
            problems={problems}
            onTake={take}
            onTakeText={takeText}
          />
          {read.ok && <EventContenders source={source} event={read.event} />}
        </>
      )}
      <EventAttendance source={source} draft={draft} onTake={take} problem={problems["attendance"]} />
      <TextField
        multiline
        label={words.text("incentive.event.note")}
        value={draft.note}
        onCommit={(note) => take({ note })}
      />
      <FormProblem text={problems[""]} />
    </Drawer>
  );
}

function EventFacts(props: {
  readonly draft: RewardEvent;
  readonly text: EventText;
  readonly problems: FormProblems;
  onTake(fields: Partial<RewardEvent>): null;
  onTakeText(fields: Partial<EventText>): null;
}) {
  const { draft, text, problems, onTake, onTakeText } = props;
  const words = useWords();
  return (
    <>
      <TextField
        label={words.text("incentive.event.column.name")}
        placeholder={words.text(`incentive.event.name.place.${draft.kind}`)}
        value={draft.name}
        problem={problems["name"]}
        onCommit={(name) => onTake({ name })}
      />
      <div className="reward-pair">
        <DayField
          label={words.text("incentive.event.column.on")}
          value={draft.on}
          onCommit={(on) => (on === "" ? words.text("incentive.problem.day") : onTake({ on: on as Day }))}
        />
        <TextField
          label={words.text("incentive.event.budget")}
          value={text.budget}
          problem={problems["budget"]}
          onCommit={(budget) => onTakeText({ budget })}
        />
        <TextField
          label={words.text("incentive.event.spent")}
          value={text.spent}
          problem={problems["spent"]}
          onCommit={(spent) => onTakeText({ spent })}
        />
      </div>
    </>
  );
}

function textOf({ rows, settings }: RewardSource, event: RewardEvent): EventText {
  const kpi = event.kpiId === undefined ? undefined : rows.kpis.get(event.kpiId);
  const hasThreshold = kpi !== undefined && event.threshold !== undefined;
  return {
    budget: moneyText(event.budget, settings),
    spent: moneyText(event.spent, settings),
    threshold: hasThreshold ? printTargetText(event.threshold!, numberShape(kpi, settings.currency, 0)) : "",
    places: event.places === undefined ? "" : String(event.places),
  };
}

type ReadEvent =
  | { readonly ok: true; readonly event: RewardEvent }
  | { readonly ok: false; readonly problems: FormProblems };

/** The event as it is typed so far, or what of it cannot be read. */
function readEvent(
  words: Words,
  { rows, settings }: RewardSource,
  { draft, text }: { readonly draft: RewardEvent; readonly text: EventText },
): ReadEvent {
  const problems: Record<string, string> = {};
  const amounts = { budget: draft.budget, spent: draft.spent };
  for (const field of ["budget", "spent"] as const) {
    const read = readRewardMoney(text[field], settings.currency);
    if (read.ok) amounts[field] = read.value ?? undefined;
    else problems[field] = words.say(read.error);
  }
  const kpi = draft.kpiId === undefined ? undefined : rows.kpis.get(draft.kpiId);
  const threshold = kpi && parseTargetText(text.threshold, numberShape(kpi, settings.currency, 0));
  if (threshold && !threshold.ok) problems["threshold"] = words.say(threshold.error);
  const places = readPlaces(text.places);
  if (places === null) problems["places"] = words.text("incentive.problem.places");
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { budget: _b, spent: _s, threshold: _t, places: _p, ...rest } = draft;
  return {
    ok: true,
    event: {
      ...rest,
      ...(amounts.budget === undefined ? {} : { budget: amounts.budget }),
      ...(amounts.spent === undefined ? {} : { spent: amounts.spent }),
      ...(threshold?.ok && threshold.value !== null ? { threshold: threshold.value } : {}),
      ...(places === null || places === undefined ? {} : { places }),
    },
  };
}
