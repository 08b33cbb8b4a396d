import { useMemo, useState } from "react";
import type { GroupId, KpiId } from "../../../core/base/id.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import { period } from "../../../core/base/period.ts";
import {
  boardNotes,
  byLabel,
  explainPlace,
  leaderboard,
} from "../../../core/incentive/leaderboard/leaderboard.ts";
import type { Leaderboard, RankedMember } from "../../../core/incentive/leaderboard/leaderboard.ts";
import type { ResultAsked, ResultBy } from "../../../core/incentive/leaderboard/member-result.ts";
import { living } from "../../../core/team/team-rows.ts";
import { editSettings } from "../../../core/vault/edit-settings.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { RewardPageProps } from "./recognition-page.tsx";
import { useRewardSource } from "./reward-source.ts";
import type { RewardSource } from "./reward-source.ts";
import "./rewards.css";

/** 龙虎榜: results in order, as far as they can honestly be put into one. */
export function BoardPage({ tabs }: RewardPageProps) {
  const words = useWords();
  const source = useRewardSource();
  const isOn = source.settings.leaderboards !== false;
  return isOn ? (
    <Board tabs={tabs} source={source} />
  ) : (
    <Page tabs={tabs} activeTab="board">
      <EmptyState
        title={words.text("incentive.board.off.title")}
        text={words.text("incentive.board.off.text")}
        actions={[{ label: words.text("incentive.board.turn-on"), onClick: () => void turn(true) }]}
      />
    </Page>
  );
}

function Board({ tabs, source }: RewardPageProps & { readonly source: RewardSource }) {
  const words = useWords();
  const { rows, settings } = source;
  const periodId = useView((view) => view.periodId);
  const [byKey, setBy] = useState("score");
  const [groupId, setGroup] = useState("");
  const asked: ResultAsked = useMemo(
    () => ({
      by: byOf(byKey),
      period: period(periodId, settings.fiscalStart),
      ...(groupId === "" ? {} : { groupId: groupId as GroupId }),
    }),
    [byKey, groupId, periodId, settings.fiscalStart],
  );
  const board = useMemo(() => leaderboard(source, asked), [source, asked]);
  const label = words.text("incentive.board.table", {
    by: byLabel(source, byOf(byKey)),
    period: { period: periodId },
  });
  return (
    <Page
      tabs={tabs}
      activeTab="board"
      tools={
        <>
          <Choice
            label={words.text("incentive.board.by")}
            value={byKey}
            options={byOptions(words, source)}
            onChange={setBy}
          />
          <Choice
            label={words.text("team.field.group")}
            quiet
            value={groupId}
            options={[
              { value: "", label: words.text("incentive.board.whole-team") },
              ...living(rows.groups).map((group) => ({
                value: group.id as string,
                label: words.name(group.name),
              })),
            ]}
            onChange={setGroup}
          />
          <Button onClick={() => void turn(false)}>{words.text("incentive.board.turn-off")}</Button>
        </>
      }
      hint={words.text("incentive.board.hint")}
    >
      <div className="board-sums">
        <span>
          <small className="quiet">{words.text("incentive.board.median")} </small>
          <ExplainedFigure of={board.median} />
        </span>
        <span className="quiet">{words.text("incentive.board.n", { count: board.n })}</span>
        {boardNotes(board).map((note) => (
          <span key={note.key} className="quiet">
            {words.say(note)}
          </span>
        ))}
      </div>
      {board.rows.length === 0 ? (
        <p className="quiet">{words.text("incentive.board.none")}</p>
      ) : (
        <DataTable<RankedMember>
          label={label}
          rows={board.rows}
          rowKey={(row) => row.member.id}
          columns={boardColumns(words, source, { asked, board })}
          exportName={label}
        />
      )}
    </Page>
  );
}

function boardColumns(
  words: Words,
  source: RewardSource,
  { asked, board }: { readonly asked: ResultAsked; readonly board: Leaderboard },
): readonly DataColumn<RankedMember>[] {
  const { rows } = source;
  const title = (key: string) => words.text(`incentive.board.column.${key}`);
  const columns: readonly (DataColumn<RankedMember> | null)[] = [
    board.isRanked
      ? {
          key: "place",
          title: title("place"),
          width: 96,
          align: "end",
          text: (row) => placeText(words, row),
          render: (row) => (
            <Place row={row} explain={() => explainPlace(source, asked, { board, one: row })} />
          ),
          sortValue: (row) => row.place ?? Number.POSITIVE_INFINITY,
          exportValue: (row) => row.place,
        }
      : null,
    { key: "member", title: title("member"), width: 140, text: (row) => row.member.name },
    {
      key: "group",
      title: title("group"),
      width: 200,
      text: ({ groupId }) => {
        const group = groupId === undefined ? undefined : rows.groups.get(groupId);
        return group ? words.name(group.name) : words.text("team.no-group");
      },
    },
    {
      key: "result",
      title: title("result"),
      width: 140,
      align: "end",
      text: (row) => words.quantity(row.value),
      render: (row) => <ExplainedFigure of={row} />,
      sortValue: (row) => row.value.value ?? Number.NEGATIVE_INFINITY,
      exportValue: (row) => plainNumber(words, row.value),
    },
    {
      key: "n",
      title: "n",
      width: 76,
      align: "end",
      text: (row) => String(row.n),
      sortValue: (row) => row.n,
      exportValue: (row) => row.n,
    },
    { key: "note", title: title("note"), width: 380, text: (row) => noteText(words, row) },
  ];
  return columns.filter((column) => column !== null);
}

function Place({ row, explain }: { readonly row: RankedMember; explain(): Explanation }) {
  const words = useWords();
  const text = placeText(words, row);
  if (row.place === null) return text;
  return <Figure quantity={{ unit: "count", value: row.place }} text={text} explain={explain} />;
}

function placeText(words: Words, { place, isTied }: RankedMember): string {
  if (place === null) return words.text("base.none");
  return isTied ? words.text("incentive.board.tied", { place }) : String(place);
}

function noteText(words: Words, row: RankedMember): string {
  const notes = [
    ...(row.isShort ? [words.text("incentive.board.short", row.days)] : []),
    ...(row.value.value !== null && row.gaps > 0
      ? [words.text("incentive.board.gaps", { count: row.gaps })]
      : []),
    ...(row.value.value === null && row.note ? [words.say(row.note)] : []),
  ];
  return notes.join(" · ");
}

function byOptions(words: Words, source: RewardSource) {
  const kpis = living(source.rows.kpis);
  return [
    "score",
    ...(["value", "attainment"] as const).flatMap((kind) => kpis.map((kpi) => `${kind}:${kpi.id}`)),
  ].map((value) => ({ value, label: words.say(byLabel(source, byOf(value))) }));
}

function byOf(key: string): ResultBy {
  const colon = key.indexOf(":");
  if (colon < 0) return { kind: "score" };
  return { kind: key.slice(0, colon) as "value" | "attainment", kpiId: key.slice(colon + 1) as KpiId };
}

function turn(leaderboards: boolean) {
  const label = message("vault.settings.changed", { field: message("vault.settings.leaderboards") });
  return runCommand(label, (now) => editSettings(settingsOf(now), { leaderboards }));
}
