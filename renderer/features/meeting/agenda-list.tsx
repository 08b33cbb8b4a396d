import { useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { message } from "../../../core/base/message.ts";
import { hiddenOf, parkedOf } from "../../../core/meeting/agenda/agenda-of.ts";
import {
  addItem,
  editItem,
  hideItem,
  moveItem,
  showHidden,
} from "../../../core/meeting/agenda/edit-agenda.ts";
import type { AgendaItem, Meeting } from "../../../core/meeting/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import type { Command } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AgendaRow } from "./agenda-row.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { ParkingLot } from "./parking-lot.tsx";

interface ListProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
  readonly lines: readonly AgendaItem[];
  readonly proposed: readonly AgendaItem[];
}

/** The agenda before the meeting: ordered by keyboard and by drag, added to, hidden from, parked. */
export function AgendaList({ meeting, lines, proposed }: ListProps) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const label = message("meeting.record.agenda", { name: meeting.name });
  const run = (command: Command) => runCommand(label, command);
  const focusOn = (key: string) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(),
    );
  const move = async (key: string, to: number) => {
    await run(({ rows }) => moveItem(rows, meeting, { lines, key, to }));
    focusOn(key);
  };
  const act = {
    move,
    park: (item: AgendaItem) =>
      run(({ rows }) => editItem(rows, meeting, { item, fields: { state: "parked" } })),
    hide: (item: AgendaItem) => run(({ rows }) => hideItem(rows, meeting, item)),
    time: (item: AgendaItem, minutes: number | undefined) => {
      const { minutes: _before, ...rest } = item;
      const fields = minutes === undefined ? {} : { minutes };
      return runFromField(words, label, ({ rows }) => editItem(rows, meeting, { item: rest, fields }));
    },
  };
  const press = (event: KeyboardEvent, at: number) => pressLine(event, { at, lines, act, focusOn });
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    if (dragged !== null) void move(dragged, at);
    setDragged(null);
  };
  const hidden = hiddenOf(meeting, proposed);
  return (
    <section className="agenda" aria-label={words.text("meeting.agenda.title")}>
      <h3>
        {words.text("meeting.agenda.title")}{" "}
        <small>{words.text("meeting.agenda.count", { count: lines.length })}</small>
      </h3>
      {lines.length === 0 && <p className="quiet">{words.text("meeting.agenda.empty")}</p>}
      <ol ref={list}>
        {lines.map((item, at) => (
          <AgendaRow
            key={item.key}
            item={item}
            at={at}
            count={lines.length}
            act={act}
            onPress={(event) => press(event, at)}
            onDrag={() => setDragged(item.key)}
            onDrop={(event) => drop(event, at)}
          />
        ))}
      </ol>
      <AddItem meeting={meeting} />
      {hidden.length > 0 && (
        <p className="quiet">
          {words.text("meeting.agenda.hidden", { count: hidden.length })}{" "}
          <Button kind="link" onClick={() => void run(({ rows }) => showHidden(rows, meeting))}>
            {words.text("meeting.agenda.hidden.show")}
          </Button>
        </p>
      )}
      <ParkingLot
        items={parkedOf(meeting)}
        word="unpark"
        onBack={(item) =>
          void run(({ rows }) => editItem(rows, meeting, { item, fields: { state: "open" } }))
        }
      />
    </section>
  );
}

/** What can be done with a line. */
export interface AgendaActs {
  move(key: string, to: number): Promise<void>;
  park(item: AgendaItem): Promise<unknown>;
  hide(item: AgendaItem): Promise<unknown>;
  time(item: AgendaItem, minutes: number | undefined): Promise<string | null>;
}

/** Arrows go from line to line, with Alt they take the line along; P parks, Delete takes off. */
function pressLine(
  event: KeyboardEvent,
  on: {
    readonly at: number;
    readonly lines: readonly AgendaItem[];
    readonly act: AgendaActs;
    focusOn(key: string): void;
  },
): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
  const { at, lines, act, focusOn } = on;
  const item = lines[at]!;
  const beside = lines[at + 1]?.key ?? lines[at - 1]?.key;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step !== 0 && event.altKey) void act.move(item.key, at + step);
  else if (step !== 0) focusOn(lines[at + step]?.key ?? item.key);
  else if (event.key === "p" || event.key === "P") void act.park(item).then(() => beside && focusOn(beside));
  else if (event.key === "Delete") void act.hide(item).then(() => beside && focusOn(beside));
  else return;
  event.preventDefault();
}

function AddItem({ meeting }: Pick<ListProps, "meeting">) {
  const words = useWords();
  const [round, setRound] = useState(0);
  const add = async (title: string) => {
    if (title.trim() === "") return null;
    const key = `own:${currentPlatform().newId()}`;
    const label = message("meeting.record.agenda", { name: meeting.name });
    const problem = await runFromField(words, label, ({ rows }) => addItem(rows, meeting, { key, title }));
    if (problem === null) setRound((now) => now + 1);
    return problem;
  };
  return (
    <TextField
      key={round}
      autoFocus={round > 0}
      label={words.text("meeting.agenda.add")}
      placeholder={words.text("meeting.agenda.add.place")}
      value=""
      onCommit={add}
    />
  );
}
