import { useRef } from "react";
import type { KeyboardEvent } from "react";
import type { Change } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { parkedOf } from "../../../core/meeting/agenda/agenda-of.ts";
import type { AgendaItem, Meeting } from "../../../core/meeting/records.ts";
import {
  endMeeting,
  finishItem,
  goToItem,
  itemBeside,
  reopenItem,
} from "../../../core/meeting/run/run-meeting.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AttendanceList } from "./attendance-list.tsx";
import { ItemLinks, titleOf } from "./item-link.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { meetingTabs } from "./meeting-tabs.ts";
import { NotedList } from "./noted-list.tsx";
import { ParkingLot } from "./parking-lot.tsx";
import { RunClock } from "./run-clock.tsx";
import { RunLine } from "./run-line.tsx";

interface RunningProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
}

/** What the keys and buttons do while a meeting runs. Always to the meeting as it is now: keys come faster than screens. */
function useRunActs(id: string, name: string) {
  const run = (label: "run" | "end", command: (meeting: Meeting) => Result<readonly Change[]>) => {
    const seen = currentWorkspace();
    const meeting = seen.rows.meetings.get(id);
    const of = message(`meeting.record.${label}`, { name });
    if (meeting) void runCommand(of, { command: command(meeting), seen });
  };
  const now = () => currentPlatform().nowMs();
  const rows = () => currentWorkspace().rows;
  return {
    step: (by: 1 | -1) =>
      run("run", (meeting) => {
        const key = itemBeside(meeting, by) ?? meeting.current?.key ?? "";
        return goToItem(rows(), meeting, { key, nowMs: now() });
      }),
    go: (key: string) => run("run", (meeting) => goToItem(rows(), meeting, { key, nowMs: now() })),
    finish: (state: "done" | "parked") =>
      run("run", (meeting) => finishItem(rows(), meeting, { state, nowMs: now() })),
    reopen: (key: string) => run("run", (meeting) => reopenItem(rows(), meeting, { key, nowMs: now() })),
    end: () => run("end", (meeting) => endMeeting(rows(), meeting, now())),
  };
}

type RunActs = ReturnType<typeof useRunActs>;

/** A meeting while people talk: one item large, one line to write in, everything by keyboard. */
export function RunningMeeting({ data, meeting }: RunningProps) {
  const words = useWords();
  const acts = useRunActs(meeting.id, meeting.name);
  const page = useRef<HTMLDivElement>(null);
  const current = meeting.items.find(({ key }) => key === meeting.current?.key);
  return (
    <Page
      tabs={meetingTabs(words)}
      activeTab="meetings"
      tools={
        <>
          <h2 className="run-name">{meeting.name}</h2>
          <RunClock meeting={meeting} current={current} />
          <span className="run-end">
            <Button onClick={acts.end}>{words.text("meeting.run.end")}</Button>
          </span>
        </>
      }
    >
      {/* The keys of the line reach the whole page, wherever the focus stands. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={page} className="run" onKeyDown={(event) => pressRun(event, acts)}>
        <RunItems meeting={meeting} acts={acts} />
        <div className="run-main">
          <CurrentItem meeting={meeting} item={current} acts={acts} />
          <RunLine data={data} meeting={meeting} />
          <NotedList data={data} meeting={meeting} />
        </div>
        <aside className="meeting-side">
          <AttendanceList data={data} meeting={meeting} />
          <ParkingLot items={parkedOf(meeting)} word="reopen" onBack={({ key }) => acts.reopen(key)} />
        </aside>
      </div>
    </Page>
  );
}

/** Ctrl/⌘ Enter: done. Alt P: park. ↑ and ↓ change the item where they move no caret and no list. */
function pressRun(event: KeyboardEvent, acts: RunActs): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const { target } = event;
  const isFree =
    event.altKey ||
    (target instanceof HTMLInputElement && target.value === "") ||
    !(target instanceof HTMLElement && target.closest("input, textarea, select"));
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) acts.finish("done");
  else if (event.altKey && event.code === "KeyP") acts.finish("parked");
  else if (step !== 0 && isFree) acts.step(step);
  else return;
  event.preventDefault();
}

function RunItems({ meeting, acts }: { readonly meeting: Meeting; readonly acts: RunActs }) {
  const words = useWords();
  const title = words.text("meeting.run.items");
  const shown = meeting.items.filter(({ state }) => state !== "parked" && state !== "dropped");
  return (
    <nav className="run-items" aria-label={title}>
      <ol>
        {shown.map((item, at) => (
          <li key={item.key}>
            <button
              type="button"
              className={`run-item state-${item.state}`}
              aria-current={item.key === meeting.current?.key ? "step" : undefined}
              onClick={() => acts.go(item.key)}
            >
              <span aria-hidden>{item.state === "done" ? "✓" : at + 1}</span>
              <span>{titleOf(words, item)}</span>
              <span className="unseen">{words.text(`meeting.run.item-state.${item.state}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CurrentItem(props: {
  readonly meeting: Meeting;
  readonly item: AgendaItem | undefined;
  readonly acts: RunActs;
}) {
  const words = useWords();
  const { meeting, item, acts } = props;
  if (!item) return <p className="quiet">{words.text("meeting.run.no-items")}</p>;
  const isOver = meeting.items.every(({ state }) => state !== "open");
  return (
    <section className="run-current" aria-live="polite">
      <p className="agenda-line">
        <span className={`agenda-kind kind-${item.kind}`}>
          {words.text(`meeting.agenda.kind.${item.kind}`)}
        </span>
        {item.state !== "open" && (
          <span className="quiet">{words.text(`meeting.run.item-state.${item.state}`)}</span>
        )}
        <ItemLinks item={item} />
      </p>
      <h3>{titleOf(words, item)}</h3>
      {item.reasons.map((reason) => (
        <p key={reason.key} className="agenda-reason">
          {words.say(reason)}
        </p>
      ))}
      {isOver && <p className="tone-ahead">✓ {words.text("meeting.run.all-done")}</p>}
      <p className="run-buttons">
        <Button kind="primary" disabled={item.state !== "open"} onClick={() => acts.finish("done")}>
          {words.text("meeting.run.done")} <kbd>Ctrl ⏎</kbd>
        </Button>
        <Button onClick={() => acts.step(1)}>
          {words.text("meeting.run.next")} <kbd>↓</kbd>
        </Button>
        <Button disabled={item.state !== "open"} onClick={() => acts.finish("parked")}>
          {words.text("meeting.run.park")} <kbd>Alt P</kbd>
        </Button>
      </p>
    </section>
  );
}
