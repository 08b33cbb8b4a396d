import type { DragEvent, KeyboardEvent } from "react";
import type { AgendaItem } from "../../../core/meeting/records.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { AgendaActs } from "./agenda-list.tsx";
import { ItemLinks, titleOf } from "./item-link.tsx";

interface RowProps {
  readonly item: AgendaItem;
  readonly at: number;
  readonly count: number;
  readonly act: AgendaActs;
  onPress(event: KeyboardEvent): void;
  onDrag(): void;
  onDrop(event: DragEvent): void;
}

/** One line of the agenda with its reason, its place and what can be done with it. */
export function AgendaRow({ item, at, count, act, onPress, onDrag, onDrop }: RowProps) {
  const words = useWords();
  const title = titleOf(words, item);
  return (
    // The line itself takes the keys that order the list; its buttons do the same by pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="agenda-row"
      data-key={item.key}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      draggable
      onKeyDown={onPress}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className="agenda-number" aria-hidden>
        {at + 1}
      </span>
      <div className="agenda-text">
        <p className="agenda-line">
          <span className={`agenda-kind kind-${item.kind}`}>
            {words.text(`meeting.agenda.kind.${item.kind}`)}
          </span>
          <strong>{title}</strong>
        </p>
        {item.reasons.length > 0 && (
          <p className="agenda-reason">{item.reasons.map((reason) => words.say(reason)).join(" · ")}</p>
        )}
      </div>
      <ItemLinks item={item} />
      <MinutesField item={item} title={title} act={act} />
      <span className="agenda-acts">
        <Button
          kind="link"
          label={words.text("meeting.agenda.up", { title })}
          disabled={at === 0}
          onClick={() => void act.move(item.key, at - 1)}
        >
          ↑
        </Button>
        <Button
          kind="link"
          label={words.text("meeting.agenda.down", { title })}
          disabled={at === count - 1}
          onClick={() => void act.move(item.key, at + 1)}
        >
          ↓
        </Button>
        <Button
          kind="link"
          label={words.text("meeting.agenda.park.of", { title })}
          onClick={() => void act.park(item)}
        >
          {words.text("meeting.agenda.park")}
        </Button>
        <Button
          kind="link"
          label={words.text("meeting.agenda.hide.of", { title })}
          onClick={() => void act.hide(item)}
        >
          {words.text("meeting.agenda.hide")}
        </Button>
      </span>
    </li>
  );
}

function MinutesField(props: {
  readonly item: AgendaItem;
  readonly title: string;
  readonly act: AgendaActs;
}) {
  const words = useWords();
  const { item, title, act } = props;
  const commit = (text: string) => {
    const minutes =
      text.trim() === "" ? undefined : Math.min(600, Math.max(0, Math.round(Number(text)) || 0));
    if (minutes !== item.minutes) void act.time(item, minutes);
  };
  return (
    <label className="agenda-minutes">
      <input
        key={item.minutes ?? ""}
        className="text-input"
        inputMode="numeric"
        aria-label={words.text("meeting.agenda.minutes.of", { title })}
        defaultValue={item.minutes ?? ""}
        onBlur={(event) => commit(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value);
        }}
      />
      <span aria-hidden>{words.text("meeting.agenda.minutes")}</span>
    </label>
  );
}
