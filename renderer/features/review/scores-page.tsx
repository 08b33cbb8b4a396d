import { useMemo, useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { memberScore, reviewable } from "../../../core/review/cycle-view.ts";
import { middleScore } from "../../../core/review/middle-score.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LevelsDrawer } from "./levels-drawer.tsx";
import { PointsDrawer } from "./points-drawer.tsx";
import { reviewTabs } from "./review-tabs.ts";
import { scoreColumns } from "./score-columns.tsx";
import { useReview } from "./use-review.ts";
import type { ReviewData } from "./use-review.ts";
import "./review-room.css";

/** 得分: the total of everybody in the chosen period, with points, level and coefficient. */
export function ScoresPage({ path }: { readonly path: string }) {
  const words = useWords();
  const data = useReview();
  const { period, sources } = data;
  const [isEditingLevels, editLevels] = useState(false);
  const rows = useMemo(
    () =>
      reviewable(sources, period).map((memberId) => ({
        memberId,
        name: sources.context.rows.members.get(memberId)?.name ?? "",
        score: memberScore(sources, period, memberId),
      })),
    [sources, period],
  );
  const middle = middleScore(rows.map(({ score }) => score.total.value.value));
  const opened = rows.find(({ memberId }) => path === `scores/${memberId}`);
  const open = (memberId: MemberId | null) =>
    goTo(placeHref("review", memberId === null ? "scores" : `scores/${memberId}`));
  const title = words.text("review.scores.title", { period: { period: period.id } });
  return (
    <Page
      tabs={reviewTabs(words)}
      activeTab="scores"
      tools={
        rows.length > 0 && (
          <Button onClick={() => editLevels(true)}>{words.text("review.levels.edit")}</Button>
        )
      }
      {...(rows.length > 0 && { hint: middleText(words, middle) })}
    >
      {rows.length === 0 ? (
        <EmptyState
          title={words.text("review.scores.empty")}
          text={words.text("review.cycle.empty.text")}
          actions={[
            { label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) },
          ]}
        />
      ) : (
        <>
          <ScoresNote data={data} />
          <DataTable
            label={title}
            rows={rows}
            rowKey={(row) => row.memberId}
            columns={scoreColumns(words)}
            onOpen={(row) => open(row.memberId)}
            exportName={title}
          />
        </>
      )}
      {opened && <PointsDrawer row={opened} period={period} onClose={() => open(null)} />}
      {isEditingLevels && <LevelsDrawer onClose={() => editLevels(false)} />}
    </Page>
  );
}

function middleText(words: Words, { n, median }: ReturnType<typeof middleScore>): string {
  if (median === null) return words.text("review.scores.few", { n });
  return words.text("review.scores.median", { n, median: { unit: "score", value: median } });
}

/** What these scores are not: those of a period that still runs are not final, those of a locked review stand elsewhere. */
function ScoresNote({ data }: { readonly data: ReviewData }) {
  const words = useWords();
  const { period, sources, workspace } = data;
  const cycle = workspace.rows.reviewCycles.get(period.id);
  if (cycle?.state === "locked") {
    return (
      <p className="quiet review-scores-note">
        {words.text("review.scores.locked")}{" "}
        <a href={placeHref("review", "cycle")}>{words.text("review.scores.locked.open")}</a>
      </p>
    );
  }
  if (period.end <= sources.context.today) return null;
  return <p className="quiet review-scores-note">{words.text("review.scores.running")}</p>;
}
