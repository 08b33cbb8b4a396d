import type { Absence, Member } from "../team/records.ts";
import type { Action, Decision, Meeting, MeetingSeries, OneToOneNote } from "./records.ts";

/** The tables that meetings need. A workspace's `rows` are these and more. */
export interface MeetingRows {
  readonly members: ReadonlyMap<string, Member>;
  readonly absences: ReadonlyMap<string, Absence>;
  readonly meetingSeries: ReadonlyMap<string, MeetingSeries>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly oneToOneNotes: ReadonlyMap<string, OneToOneNote>;
}
