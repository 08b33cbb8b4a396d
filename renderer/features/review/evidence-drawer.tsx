import { useState } from "react";
import { parseDay } from "../../../core/base/day.ts";
import type { MemberId, Subject } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { lastDayOf } from "../../../core/base/period.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import { reviewable } from "../../../core/review/cycle-view.ts";
import { writeEvidence } from "../../../core/review/edit-evidence.ts";
import type { Evidence } from "../../../core/review/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { commit } from "../../storage/commit.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

export interface EvidenceDrawerProps {
  readonly data: ReviewData;
  /** `null`: a new one. */
  readonly note: Evidence | null;
  onClose(): void;
  onRemove(note: Evidence): void;
}

const TONES = ["plus", "minus"] as const;

/** One note of the diary: on whom, when, for or against, and what it speaks of. */
export function EvidenceDrawer({ data, note, onClose, onRemove }: EvidenceDrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { today } = useView();
  const there = reviewable(data.sources, data.period);
  // A note that was opened from elsewhere may be of a time when others were there.
  const people = !note || there.includes(note.memberId) ? there : [note.memberId, ...there];
  const [draft, setDraft] = useState<Evidence>(
    () =>
      note ?? {
        id: currentPlatform().newId(),
        memberId: people[0]!,
        on: data.period.end > today ? today : lastDayOf(data.period),
        tone: "plus",
        text: "",
      },
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const set = (part: Partial<Evidence>) => {
    setDraft((now) => ({ ...now, ...part }));
    return null;
  };
  const links = linksOf(data, words, draft.memberId);
  const linkKey = draft.link ? `${draft.link.table}/${draft.link.id}` : "";
  const save = async () => {
    const command = writeEvidence(draft, today);
    const name = data.workspace.rows.members.get(draft.memberId)?.name ?? "";
    const done = command.ok
      ? await commit(message("review.command.evidence", { name }), command.value, seen)
      : command;
    if (done.ok) return onClose();
    setProblems(Object.fromEntries(done.error.map((one) => [one.field ?? "", words.say(one.message)])));
  };
  return (
    <Drawer
      open
      title={words.text(note ? "review.evidence.edit" : "review.evidence.add")}
      onClose={onClose}
      footer={
        <>
          {note && <Button onClick={() => onRemove(note)}>{words.text("review.remove")}</Button>}
          <Button kind="primary" onClick={() => void save()}>
            {words.text("review.levels.save")}
          </Button>
        </>
      }
    >
      <div className="review-note">
        <SelectField
          label={words.text("review.scores.column.name")}
          value={draft.memberId as string}
          options={people.map((id) => ({
            value: id as string,
            label: data.workspace.rows.members.get(id)?.name ?? id,
          }))}
          onCommit={(id) => {
            const { link: _other, ...rest } = draft;
            setDraft({ ...rest, memberId: id as MemberId });
            return null;
          }}
        />
        <DayField
          label={words.text("review.evidence.on")}
          value={draft.on}
          problem={problems["on"]}
          onCommit={(text) => {
            const on = parseDay(text);
            return on === null ? words.text("review.problem.day") : set({ on });
          }}
        />
        <SelectField
          label={words.text("review.evidence.tone")}
          value={draft.tone}
          options={TONES.map((value) => ({ value, label: words.text(`review.evidence.tone.${value}`) }))}
          onCommit={(tone) => set({ tone })}
        />
        <TextField
          multiline
          label={words.text("review.evidence.text")}
          hint={words.text("review.evidence.text.hint")}
          value={draft.text}
          problem={problems["text"]}
          onType={(text) => set({ text })}
          onCommit={(text) => set({ text })}
        />
        <SelectField
          label={words.text("review.evidence.link")}
          value={linkKey}
          options={[
            { value: "", label: words.text("base.none") },
            ...(draft.link && !links.some(({ key }) => key === linkKey)
              ? [{ value: linkKey, label: draft.link.label }]
              : []),
            ...links.map(({ key, link, kind }) => ({
              value: key,
              label: words.text("review.evidence.link.option", { kind, name: link.label }),
            })),
          ]}
          onCommit={(key) => {
            const chosen = links.find((one) => one.key === key)?.link;
            const { link: _before, ...rest } = draft;
            if (key !== linkKey) setDraft(chosen ? { ...rest, link: chosen } : rest);
            return null;
          }}
        />
      </div>
    </Drawer>
  );
}

/** What a note may speak of: the member's deals of the period, the KPIs, the meetings of the period. */
function linksOf(data: ReviewData, words: Words, memberId: MemberId) {
  const { workspace, period, sources } = data;
  const subject: Subject = { kind: "member", id: memberId };
  const deals = (["won-amount", "lost-count", "open-amount"] as const).flatMap((metric) =>
    kpiValue(sources.context, metric, { subject, period })
      .explain()
      .rows.filter(({ ref }) => ref.table === "deals")
      .map(({ ref, label }) => ({ table: "deals" as const, id: ref.id, label })),
  );
  const kpis = living(workspace.rows.kpis).map((kpi) => ({
    table: "kpis" as const,
    id: kpi.id as string,
    label: words.name(kpi.name),
  }));
  const byId = new Map<string, NonNullable<Evidence["link"]>>(
    [...deals, ...kpis].map((link) => [`${link.table}/${link.id}`, link]),
  );
  for (const meeting of rowsOf(workspace, "meetings")) {
    if (meeting.on < period.start || meeting.on >= period.end) continue;
    const link = { table: "meetings" as const, id: meeting.id, label: meeting.name };
    byId.set(`meetings/${meeting.id}`, link);
  }
  return [...byId].map(([key, link]) => ({
    key,
    link: { ...link, label: link.label.slice(0, 200) },
    kind: words.text(`review.evidence.link.${link.table}`),
  }));
}
