import { useEffect, useMemo, useState } from "react";
import { weekdayOf } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { WorkingCalendar } from "../../../core/base/working-calendar.ts";
import type { NamedPerson } from "../../../core/meeting/run/read-line.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import type { Member } from "../../../core/team/records.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What every page of the room reads. */
export interface MeetingData {
  readonly workspace: Workspace;
  readonly rows: Workspace["rows"];
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

/** The selector of meetings. */
export function useMeetingData(): MeetingData {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const { rows } = workspace;
  return useMemo(() => ({ workspace, rows, today, calendar: calendarOf(rows) }), [workspace, rows, today]);
}

/** A day with its weekday. */
export function dayMessage(day: Day): Message {
  return message("meeting.day", { day: { day }, weekday: weekdayMessage(day) });
}

/** The weekday of a day. */
export function weekdayMessage(day: Day): Message {
  return message(`meeting.weekday.${weekdayOf(day)}`);
}

type Sounds = (name: string) => readonly string[];
const noSounds: Sounds = () => [];
let loadedSounds: Sounds | null = null;

/** The people of the team with all that they answer to; the sounds of their names as soon as they are loaded. */
export function usePeople({ rows, today }: Pick<MeetingData, "rows" | "today">): readonly NamedPerson[] {
  const [sounds, setSounds] = useState<Sounds>(() => loadedSounds ?? noSounds);
  useEffect(() => {
    if (loadedSounds) return;
    void import("pinyin-pro").then(({ pinyin }) => {
      loadedSounds = (name) => {
        const parts = pinyin(name, { toneType: "none", type: "array", v: true });
        return [parts.join(""), parts.map((part) => part[0] ?? "").join("")];
      };
      setSounds(() => loadedSounds!);
    });
  }, []);
  return useMemo(
    () => membersOn(rows, today).map((member) => namedPerson(member, sounds)),
    [rows, today, sounds],
  );
}

function namedPerson({ id, name, aliases, employeeNumber }: Member, sounds: Sounds): NamedPerson {
  const others = [...aliases, ...(employeeNumber === undefined ? [] : [employeeNumber])];
  return { id, names: [name, ...others, ...sounds(name), name.split(" ")[0] ?? name] };
}
