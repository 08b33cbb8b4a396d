import { useEffect, useState } from "react";
import type { AgendaItem, Meeting } from "../../../core/meeting/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { useWords } from "../../ui/words-context.tsx";

/** How long the meeting and its item have taken. It counts from when they began, so that nothing is lost with the page. */
export function RunClock(props: { readonly meeting: Meeting; readonly current: AgendaItem | undefined }) {
  const { meeting, current } = props;
  const words = useWords();
  const now = useSeconds();
  const whole = secondsSince(meeting.startedAtMs, now);
  const item = (current?.seconds ?? 0) + secondsSince(meeting.current?.sinceMs, now);
  return (
    <div className="run-clock" role="timer" aria-label={words.text("meeting.run.whole")}>
      <Clock label={words.text("meeting.run.whole")} seconds={whole} planned={meeting.minutes} />
      {current && <Clock label={words.text("meeting.run.item")} seconds={item} planned={current.minutes} />}
    </div>
  );
}

function Clock(props: {
  readonly label: string;
  readonly seconds: number;
  readonly planned: number | undefined;
}) {
  const words = useWords();
  const { label, seconds, planned } = props;
  const isOver = planned !== undefined && seconds > planned * 60;
  return (
    <span className={isOver ? "tone-at-risk" : undefined}>
      <small>{label}</small> <b>{clockText(seconds)}</b>{" "}
      {planned !== undefined && <small>{words.text("meeting.run.planned", { count: planned })}</small>}
      {isOver && <small> ● {words.text("meeting.run.over")}</small>}
    </span>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(() => currentPlatform().nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNow(currentPlatform().nowMs()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function secondsSince(sinceMs: number | undefined, nowMs: number): number {
  return sinceMs === undefined ? 0 : Math.max(0, Math.floor((nowMs - sinceMs) / 1000));
}

function clockText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
