import { useMemo, useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { childPeriods, period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { letterBook, letterPeople } from "../../../core/target/letter/letter-book.ts";
import { targetLetter } from "../../../core/target/letter/target-letter.ts";
import { lettersOf } from "../../../core/vault/letter-sources.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { PaperView } from "../../ui/paper-view.tsx";
import { useWordsOf } from "../../ui/use-words-of.ts";
import { useWords, WordsContext } from "../../ui/words-context.tsx";
import { LetterPeople } from "./letter-people.tsx";
import { SaveLetters } from "./save-letters.tsx";
import type { LetterFormat } from "./save-letters.tsx";
import { targetTabs } from "./target-tabs.ts";
import "./letters.css";

/** 目标书: each member's targets as a document to hand over and sign; for one, or for all in one go. */
export function LettersPage() {
  const words = useWords();
  const hasPeople = useWorkspace().rows.members.size > 0;
  if (hasPeople) return <Filled />;
  return (
    <Page tabs={targetTabs(words)} activeTab="letters">
      <EmptyState
        title={words.text("target.no-member.title")}
        text={words.text("target.no-member.text")}
        actions={[{ label: words.text("target.no-member.go"), onClick: () => goTo(placeHref("team")) }]}
      />
    </Page>
  );
}

function Filled() {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale: shownLocale } = useView();
  const periods = usePeriods();
  const [periodId, setPeriodId] = useState<string | null>(null);
  const [format, setFormat] = useState<LetterFormat>("docx");
  const [ownLocale, setLocale] = useState<Locale | null>(null);
  const [left, setLeft] = useState<ReadonlySet<MemberId>>(new Set());
  const [shownId, show] = useState<MemberId | null>(null);
  const period = periods.find((one) => one.id === periodId) ?? periods[0]!;
  const book = useMemo(() => letterBook(lettersOf(workspace, { period, today })), [workspace, period, today]);
  const people = useMemo(() => letterPeople(book), [book]);
  const shown = people.find((id) => id === shownId) ?? people[0];
  const letter = useMemo(() => (shown === undefined ? null : targetLetter(book, shown)), [book, shown]);
  const locale = ownLocale ?? shownLocale;
  const letterWords = useWordsOf(locale);
  const chosen = people.filter((id) => !left.has(id));
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="letters"
      tools={
        <>
          <SaveLetters period={period} people={chosen} shown={shown} format={format} locale={locale} />
          <Choice
            label={words.text("target.letters.period")}
            value={period.id as string}
            options={periods.map((one) => ({ value: one.id as string, label: words.period(one.id) }))}
            onChange={setPeriodId}
          />
          <Choice<Locale>
            label={words.text("base.file.language")}
            value={locale}
            options={(["zh-CN", "en"] as const).map((value) => ({
              value,
              label: words.text(`base.file.language.${value}`),
            }))}
            onChange={setLocale}
          />
          <Choice<LetterFormat>
            label={words.text("target.letters.format")}
            value={format}
            options={(["docx", "pdf"] as const).map((value) => ({
              value,
              label: words.text(`target.letters.format.${value}`),
            }))}
            onChange={setFormat}
          />
        </>
      }
      hint={words.text("target.letters.hint")}
    >
      <div className="letters-desk">
        {letter && letterWords && (
          <WordsContext value={letterWords}>
            <PaperView paper={letter} />
          </WordsContext>
        )}
        <LetterPeople people={people} shown={shown} left={left} onLeft={setLeft} onShow={show} />
      </div>
    </Page>
  );
}

/** The fiscal year of the period in the frame, its quarters and its months. */
function usePeriods(): readonly Period[] {
  const { periodId } = useView();
  const { fiscalStart } = settingsOf(useWorkspace());
  return useMemo(() => {
    const year = fiscalYearOf(periodFrom(periodId, fiscalStart), fiscalStart);
    const whole = periodFrom(String(year), fiscalStart);
    const quarters = childPeriods(whole, fiscalStart);
    return [whole, ...quarters, ...quarters.flatMap((quarter) => childPeriods(quarter, fiscalStart))];
  }, [periodId, fiscalStart]);
}
