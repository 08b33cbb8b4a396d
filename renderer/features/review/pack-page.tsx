import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { putRecords } from "../../../core/base/change.ts";
import type { MemberId, Subject } from "../../../core/base/id.ts";
import { parseSubjectKey, subjectKey } from "../../../core/base/id.ts";
import { childPeriods, parentPeriod, period as periodFrom } from "../../../core/base/period.ts";
import type { FiscalStart, Period } from "../../../core/base/period.ts";
import type { Paper } from "../../../core/base/paper.ts";
import { commentaryId } from "../../../core/review/pack/commentary-id.ts";
import { packPeople, PACK_SECTIONS, quarterPack } from "../../../core/review/quarter-pack.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import { packSources } from "../../../core/vault/pack-sources.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { PaperView } from "../../ui/paper-view.tsx";
import { useWordsOf } from "../../ui/use-words-of.ts";
import { useWords, WordsContext } from "../../ui/words-context.tsx";
import { drawChart } from "../../worker/draw-chart.ts";
import { PackLanguage, PackPrivacy, PackSections } from "./pack-options.tsx";
import type { PackTaste } from "./pack-options.tsx";
import { reviewTabs } from "./review-tabs.ts";
import { SaveAllPacks } from "./save-all-packs.tsx";
import { SavePack } from "./save-pack.tsx";
import "./review-room.css";

/** 材料: the quarterly pack of the team or of one member, on screen as it will be on paper. */
export function PackPage({ path }: { readonly path: string }) {
  const words = useWords();
  const workspace = useWorkspace();
  const view = useView();
  const { fiscalStart } = settingsOf(workspace);
  const period = useMemo(
    () => quarterOf(periodFrom(view.periodId, fiscalStart), fiscalStart, view.today),
    [view.periodId, fiscalStart, view.today],
  );
  const sources = useMemo(
    () => packSources(workspace, { period, today: view.today }),
    [workspace, period, view.today],
  );
  const people = useMemo(() => packPeople(sources), [sources]);
  const subject = useMemo(() => subjectOf(path, people), [path, people]);
  const [taste, setTaste] = useState<PackTaste>({ left: [], withPay: true, isMasked: false, locale: null });
  const packWords = useWordsOf(taste.locale ?? words.locale) ?? words;
  const choice = useMemo(
    () => choiceOf(subject, taste, packWords.text("review.pack.masked-as")),
    [subject, taste, packWords],
  );
  const pack: Paper = useMemo(() => quarterPack(sources, choice), [sources, choice]);
  if (people.length === 0) return <NothingYet />;

  const options = [
    { value: "team", label: words.text("review.room.subject.team") },
    ...people.map((id) => ({
      value: subjectKey({ kind: "member", id }),
      label: workspace.rows.members.get(id)?.name ?? id,
    })),
  ];
  return (
    <Page
      tabs={reviewTabs(words)}
      activeTab="pack"
      tools={
        <>
          <SavePack period={period} choice={choice} packWords={packWords} />
          <Choice
            label={words.text("review.room.subject")}
            value={subjectKey(subject)}
            options={options}
            onChange={(key) => goTo(placeHref("review", key === "team" ? "" : key.replace(":", "/")))}
          />
        </>
      }
      hint={words.text("review.room.quarter-hint", { period: { period: period.id } })}
    >
      <div className="review-desk">
        <WordsContext value={packWords}>
          <PaperView paper={pack} drawChart={drawChart} />
        </WordsContext>
        <aside className="review-side">
          <Commentary subject={subject} period={period} />
          <PackLanguage taste={taste} onChange={setTaste} />
          <PackPrivacy taste={taste} onChange={setTaste} />
          <SaveAllPacks period={period} people={people} choice={choice} packWords={packWords} />
          <PackSections subject={subject} taste={taste} onChange={setTaste} />
        </aside>
      </div>
    </Page>
  );
}

function Commentary({ subject, period }: { readonly subject: Subject; readonly period: Period }) {
  const words = useWords();
  const workspace = useWorkspace();
  const id = commentaryId(period.id, subject);
  const save = async (text: string) => {
    const record = { id, periodId: period.id, subject: subjectKey(subject), text };
    const saved = await runCommand(message("review.commentary.changed"), () =>
      ok([putRecords("commentaries", [record])]),
    );
    return saved.ok ? null : words.say(saved.error[0]!.message);
  };
  return (
    <TextField
      key={id}
      multiline
      label={words.text("review.commentary")}
      hint={words.text(subject.kind === "team" ? "review.commentary.hint" : "review.commentary.member-hint")}
      value={workspace.rows.commentaries.get(id)?.text ?? ""}
      onCommit={save}
    />
  );
}

function NothingYet() {
  const words = useWords();
  return (
    <Page tabs={reviewTabs(words)} activeTab="pack">
      <EmptyState
        title={words.text("review.room.empty.title")}
        text={words.text("review.room.empty.text")}
        actions={[
          { label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) },
          {
            label: words.text("review.room.empty.import"),
            onClick: () => goTo(placeHref("customer", "import")),
          },
        ]}
      />
    </Page>
  );
}

/** The quarter of the chosen period; of a year the running quarter when it lies in it, else its last. */
function quarterOf(chosen: Period, fiscalStart: FiscalStart, today: string): Period {
  if (chosen.kind === "quarter") return chosen;
  if (chosen.kind === "month") return parentPeriod(chosen, fiscalStart) ?? chosen;
  const quarters = childPeriods(chosen, fiscalStart);
  return quarters.find((quarter) => today >= quarter.start && today < quarter.end) ?? quarters.at(-1)!;
}

function choiceOf(
  subject: PackChoice["subject"],
  { left, withPay, isMasked }: PackTaste,
  maskedAs: string,
): PackChoice {
  const sections = PACK_SECTIONS.filter((name) => !left.includes(name));
  return { subject, sections, withPay, ...(isMasked ? { maskedAs } : {}) };
}

function subjectOf(path: string, people: readonly MemberId[]): PackChoice["subject"] {
  if (!path.startsWith("member/")) return { kind: "team" };
  const subject = parseSubjectKey(path.replace("/", ":"));
  return subject.kind === "member" && people.includes(subject.id) ? subject : { kind: "team" };
}
