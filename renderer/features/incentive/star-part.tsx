import { useMemo, useState } from "react";
import { lastDayOf, period, periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { Period, PeriodId } from "../../../core/base/period.ts";
import { proposeStar } from "../../../core/incentive/recognition/propose-star.ts";
import type { StarCandidate, StarProposal } from "../../../core/incentive/recognition/propose-star.ts";
import type { Recognition } from "../../../core/incentive/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { RewardSource } from "./reward-source.ts";

const MONTHS = 12;

/** The star that the figures of a month propose; the manager decides. */
export function StarPart(props: { readonly source: RewardSource; onPick(draft: Recognition): void }) {
  const { source } = props;
  const words = useWords();
  const months = useMonths(source);
  const first = useFirstMonth(source, months);
  const [chosen, choose] = useState<PeriodId | null>(null);
  const monthId = chosen ?? first;
  const { fiscalStart } = source.settings;
  const proposal = useMemo(
    () => proposeStar(source, source.rows.recognitions, period(monthId, fiscalStart)),
    [source, monthId, fiscalStart],
  );
  return (
    <section className="reward-card" aria-labelledby="star-title">
      <header>
        <h2 id="star-title">{words.text("incentive.star.title")}</h2>
        <Choice<PeriodId>
          label={words.text("incentive.star.month")}
          quiet
          value={monthId}
          options={months.map((month) => ({ value: month.id, label: words.period(month.id) }))}
          onChange={choose}
        />
        {proposal.notes.map((note) => (
          <p key={note.key} className="quiet">
            {words.say(note)}
          </p>
        ))}
      </header>
      {proposal.best.length === 0 ? (
        <p className="quiet">{words.text("incentive.star.nobody")}</p>
      ) : (
        <ul>
          {proposal.best.map((candidate) => (
            <StarLine
              key={candidate.row.member.id}
              candidate={candidate}
              onPick={() => props.onPick(starOf(words, source, { proposal, candidate }))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function StarLine({ candidate, onPick }: { readonly candidate: StarCandidate; onPick(): void }) {
  const words = useWords();
  const { row, reason, wasLast, isStar } = candidate;
  const marks = [
    ...(row.isShort ? [words.text("incentive.board.short", row.days)] : []),
    ...(row.gaps > 0 ? [words.text("incentive.board.gaps", { count: row.gaps })] : []),
    ...(wasLast ? [words.text("incentive.star.was-last")] : []),
  ];
  return (
    <li className="star-line">
      <strong>{row.member.name}</strong>
      <ExplainedFigure of={row} size="headline" />
      <p>
        {words.say(reason)}
        {marks.length > 0 && <small className="quiet"> {marks.join(" · ")}</small>}
      </p>
      {isStar ? (
        <span className="tone-ahead">✓ {words.text("incentive.star.given")}</span>
      ) : (
        <Button onClick={onPick}>{words.text("incentive.star.pick")}</Button>
      )}
    </li>
  );
}

function starOf(
  words: ReturnType<typeof useWords>,
  { today }: RewardSource,
  of: { readonly proposal: StarProposal; readonly candidate: StarCandidate },
): Recognition {
  return {
    id: currentPlatform().newId(),
    kind: "star",
    memberId: of.candidate.row.member.id,
    on: today,
    title: words.text("incentive.star.name", { month: { period: of.proposal.month.id } }),
    reason: words.say(of.candidate.reason),
    periodId: of.proposal.month.id,
  };
}

/** This month and those before it, the latest first. */
function useMonths({ today, settings }: RewardSource): readonly Period[] {
  return useMemo(() => {
    const now = periodOf(today, "month", settings.fiscalStart);
    return Array.from({ length: MONTHS + 1 }, (_, back) => shiftPeriod(now, -back, settings.fiscalStart));
  }, [today, settings.fiscalStart]);
}

/** The last month of the shown period that is over; else the last month that is. */
function useFirstMonth({ today, settings }: RewardSource, months: readonly Period[]): PeriodId {
  const shown = period(
    useView((view) => view.periodId),
    settings.fiscalStart,
  );
  const over = months.filter((month) => lastDayOf(month) < today);
  const within = over.find((month) => month.start >= shown.start && month.end <= shown.end);
  return (within ?? over[0]!).id;
}
