import { useMemo } from "react";
import { removeRecords } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import { inPeriod } from "../../../core/base/period.ts";
import { ok } from "../../../core/base/result.ts";
import { reviewable } from "../../../core/review/cycle-view.ts";
import type { Evidence } from "../../../core/review/records.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EvidenceDrawer } from "./evidence-drawer.tsx";
import { reviewTabs } from "./review-tabs.ts";
import { useReview } from "./use-review.ts";
import "./review-room.css";

const open = (id: string | null) => goTo(placeHref("review", id === null ? "evidence" : `evidence/${id}`));

/** 事实记录: dated notes on members in the chosen period, for and against. An address that names a note opens it. */
export function EvidencePage({ path }: { readonly path: string }) {
  const words = useWords();
  const data = useReview();
  const { workspace, period } = data;
  const id = decodeURIComponent(path.split("/")[1] ?? "");
  const note = workspace.rows.evidence.get(id) ?? null;
  const notes = useMemo(
    () =>
      rowsOf(workspace, "evidence")
        .filter((note) => inPeriod(note.on, period))
        .toSorted((a, b) => (a.on > b.on ? -1 : 1)),
    [workspace, period],
  );
  const canAdd = reviewable(data.sources, period).length > 0;
  const title = words.text("review.evidence.title", { period: { period: period.id } });
  return (
    <Page
      tabs={reviewTabs(words)}
      activeTab="evidence"
      {...(notes.length > 0
        ? {
            tools: (
              <Button kind="primary" onClick={() => open("new")}>
                {words.text("review.evidence.add")}
              </Button>
            ),
            hint: words.text("review.evidence.hint"),
          }
        : {})}
    >
      {notes.length === 0 ? (
        <EmptyState
          title={words.text("review.evidence.empty.title")}
          text={words.text(canAdd ? "review.evidence.empty.text" : "review.cycle.empty.text")}
          actions={[
            canAdd
              ? { label: words.text("review.evidence.add"), onClick: () => open("new") }
              : { label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) },
          ]}
        />
      ) : (
        <DataTable
          label={title}
          rows={notes}
          rowKey={(one: Evidence) => one.id}
          columns={columnsOf(words, workspace)}
          onOpen={({ id }) => open(id)}
          exportName={title}
        />
      )}
      {(note ?? (id === "new" && canAdd)) && (
        <EvidenceDrawer
          key={id}
          data={data}
          note={note}
          onClose={() => open(null)}
          onRemove={(gone) =>
            void runCommand(message("review.command.evidence-removed"), () =>
              ok([removeRecords("evidence", [gone.id])]),
            ).then((done) => done.ok && open(null))
          }
        />
      )}
    </Page>
  );
}

function columnsOf(words: Words, workspace: Workspace): readonly DataColumn<Evidence>[] {
  const nameOf = (note: Evidence) => workspace.rows.members.get(note.memberId)?.name ?? note.memberId;
  return [
    {
      key: "on",
      title: words.text("review.evidence.on"),
      width: 128,
      text: (note) => words.day(note.on),
      sortValue: (note) => note.on,
      exportValue: (note) => note.on,
    },
    { key: "member", title: words.text("review.scores.column.name"), width: 112, text: nameOf },
    {
      key: "tone",
      title: words.text("review.evidence.tone"),
      width: 112,
      text: (note) => words.text(`review.evidence.tone.${note.tone}`),
      render: (note) => (
        <span className={note.tone === "plus" ? "tone-ahead" : "tone-behind"}>
          {note.tone === "plus" ? "▲" : "▼"} {words.text(`review.evidence.tone.${note.tone}`)}
        </span>
      ),
    },
    {
      key: "text",
      title: words.text("review.evidence.text"),
      width: 480,
      text: (note) => note.text,
      render: (note) => <span data-tip={note.text}>{note.text}</span>,
    },
    {
      key: "link",
      title: words.text("review.evidence.link"),
      width: 224,
      text: (note) => note.link?.label ?? words.text("base.none"),
      render: ({ link }) => {
        const href = link && recordHref(link);
        return href ? <a href={href}>{link.label}</a> : (link?.label ?? words.text("base.none"));
      },
    },
  ];
}
