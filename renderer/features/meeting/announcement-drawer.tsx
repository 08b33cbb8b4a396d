import { useState } from "react";
import { addDays, parseDay } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { Problem } from "../../../core/base/result.ts";
import {
  addAnnouncement,
  editAnnouncement,
  removeAnnouncement,
} from "../../../core/meeting/feed/edit-announcements.ts";
import type { AnnouncementFields } from "../../../core/meeting/feed/edit-announcements.ts";
import type { FeedForm } from "../../../core/meeting/feed/feed-text.ts";
import type { Announcement } from "../../../core/meeting/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { CheckField, DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { copyEntries } from "./copy-entries.ts";

interface DrawerProps {
  /** `null`: a new one. */
  readonly announcement: Announcement | null;
  onClose(): void;
}

/** One announcement. Of one that is there each field is taken when it is left; a new one is announced whole. */
export function AnnouncementDrawer({ announcement, onClose }: DrawerProps) {
  return announcement === null ? (
    <NewAnnouncement onClose={onClose} />
  ) : (
    <OldAnnouncement announcement={announcement} onClose={onClose} />
  );
}

function NewAnnouncement({ onClose }: { onClose(): void }) {
  const words = useWords();
  const { today } = useView();
  const [fields, setFields] = useState<AnnouncementFields>({ on: today });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const save = async () => {
    const seen = currentWorkspace();
    const command = addAnnouncement(seen.rows.announcements, {
      id: currentPlatform().newId(),
      fields,
      today,
    });
    if (!command.ok) return setProblems(command.error);
    const label = message("meeting.feed.record.add", { title: fields.title ?? "" });
    if ((await runCommand(label, { command, seen })).ok) onClose();
  };
  return (
    <Drawer
      open
      width={560}
      title={words.text("meeting.feed.new")}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={() => void save()}>
          {words.text("meeting.feed.save")}
        </Button>
      }
    >
      <Fields
        isNew
        fields={fields}
        problemOf={(key) => {
          const found = problems.find(({ field }) => field === key);
          return found && words.say(found.message);
        }}
        onWrite={(more) => {
          setFields((now) => ({ ...now, ...more }));
          setProblems([]);
          return null;
        }}
      />
    </Drawer>
  );
}

function OldAnnouncement({ announcement, onClose }: DrawerProps & { readonly announcement: Announcement }) {
  const words = useWords();
  const { members } = useWorkspace().rows;
  const { id, title, on } = announcement;
  const write = (fields: AnnouncementFields) =>
    runFromField(words, message("meeting.feed.record.edit", { title }), ({ rows }) =>
      editAnnouncement(rows.announcements, { id, fields }),
    );
  const remove = async () => {
    const label = message("meeting.feed.record.remove", { title });
    await runCommand(label, ({ rows }) => removeAnnouncement(rows.announcements, id));
    onClose();
  };
  const copy = (form: FeedForm) => {
    const entry = { kind: "announcement" as const, id, on, of: announcement };
    void copyEntries(words, members, { entries: [entry], form });
  };
  return (
    <Drawer
      open
      width={560}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => copy("plain")}>{words.text("meeting.feed.copy.plain")}</Button>
          <Button onClick={() => copy("markdown")}>{words.text("meeting.feed.copy.markdown")}</Button>
          <Button onClick={() => void remove()}>{words.text("meeting.feed.remove")}</Button>
        </>
      }
    >
      <Fields isNew={false} fields={announcement} onWrite={write} />
    </Drawer>
  );
}

interface FieldsProps {
  readonly fields: AnnouncementFields;
  readonly isNew: boolean;
  problemOf?(field: keyof Announcement): string | undefined;
  onWrite(fields: AnnouncementFields): Promise<string | null> | null;
}

function Fields({ fields, isNew, problemOf, onWrite }: FieldsProps) {
  const words = useWords();
  const label = (key: string) => words.text(`meeting.feed.field.${key}`);
  const { title = "", text = "", on, until, isPinned = false } = fields;
  const typed = (key: "title" | "text") =>
    isNew ? { onType: (said: string) => void onWrite({ [key]: said }) } : {};
  return (
    <div className="announcement-fields">
      <TextField
        label={label("title")}
        value={title}
        autoFocus={isNew}
        problem={problemOf?.("title")}
        {...typed("title")}
        onCommit={(said) => onWrite({ title: said })}
      />
      <TextField
        label={label("text")}
        value={text}
        multiline
        problem={problemOf?.("text")}
        {...typed("text")}
        onCommit={(said) => onWrite({ text: said })}
      />
      <div className="announcement-days">
        <DayField
          label={label("on")}
          value={on ?? ""}
          onCommit={(said) => {
            const day = parseDay(said);
            return day === null ? null : onWrite({ on: day });
          }}
        />
        <DayField
          label={label("last")}
          value={until === undefined ? "" : addDays(until, -1)}
          problem={problemOf?.("until")}
          onCommit={(said) => {
            const day = parseDay(said);
            return onWrite({ until: day === null ? undefined : addDays(day, 1) });
          }}
        />
      </div>
      <CheckField
        label={label("pin")}
        value={isPinned}
        onCommit={(checked) => onWrite({ isPinned: checked })}
      />
    </div>
  );
}
