import { useState } from "react";
import { removeRecords } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import { ok } from "../../../core/base/result.ts";
import { addPoints } from "../../../core/kpi/edit-points.ts";
import { MOST_POINTS } from "../../../core/kpi/score-points.ts";
import { reviewedMember } from "../../../core/review/cycle-view.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { commit } from "../../storage/commit.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Figure } from "../../ui/figure.tsx";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { listed } from "./listed.ts";
import { lackKey, pointsText } from "./score-columns.tsx";
import type { ScoreRow } from "./score-columns.tsx";
import { ScoreLines } from "./score-lines.tsx";
import { useReview } from "./use-review.ts";

export interface PointsDrawerProps {
  readonly row: ScoreRow;
  readonly period: Period;
  onClose(): void;
}

/** A member's scorecard in a period, and the points given beside it. */
export function PointsDrawer({ row, period, onClose }: PointsDrawerProps) {
  const words = useWords();
  const { score } = row;
  const { sources } = useReview();
  const lines = reviewedMember(sources, period, row.memberId).lines.map((line, at) => ({
    ...line,
    now: score.card.lines[at] ?? null,
  }));
  return (
    <Drawer
      open
      width={560}
      title={words.text("review.points.title", { name: row.name, period: { period: period.id } })}
      onClose={onClose}
    >
      <p className="review-total">
        <Figure quantity={score.total.value} explain={score.total.explain} size="headline" />
        <span>{score.level?.name}</span>
      </p>
      {score.card.missing.length > 0 && (
        <p className="tone-behind">
          ▼{" "}
          {words.text(lackKey(score.total.value.value), {
            list: listed(
              words,
              score.card.missing.map((kpi) => words.name(kpi.name)),
            ),
          })}
        </p>
      )}
      <ScoreLines lines={lines} />
      <Points row={row} period={period} />
    </Drawer>
  );
}

function Points({ row, period }: Pick<PointsDrawerProps, "row" | "period">) {
  const words = useWords();
  const { points } = row.score;
  return (
    <section className="review-part" aria-labelledby="review-points">
      <h3 id="review-points">{words.text("review.points")}</h3>
      <p className="quiet">{words.text("review.points.hint", { most: MOST_POINTS })}</p>
      {points.length > 0 && (
        <ul className="review-points">
          {points.map((one) => (
            <li key={one.id}>
              <b>{pointsText(words, one.points)}</b>
              <span>{one.reason}</span>
              <small>{words.day(one.on)}</small>
              <Button
                kind="link"
                label={words.text("review.points.remove", { reason: one.reason })}
                onClick={() =>
                  void runCommand(message("review.command.points-removed", { name: row.name }), () =>
                    ok([removeRecords("scorePoints", [one.id])]),
                  )
                }
              >
                {words.text("review.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewPoints key={points.length} row={row} period={period} />
    </section>
  );
}

function NewPoints({ row, period }: Pick<PointsDrawerProps, "row" | "period">) {
  const words = useWords();
  const { today } = useView();
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const add = async () => {
    const id = currentPlatform().newId();
    const command = addPoints({ id, memberId: row.memberId, periodId: period.id, text, reason, on: today });
    const done = command.ok
      ? await commit(message("review.command.points", { name: row.name }), command.value, currentWorkspace())
      : command;
    if (!done.ok) {
      setProblems(Object.fromEntries(done.error.map((one) => [one.field ?? "", words.say(one.message)])));
    }
  };
  const keep = (set: (typed: string) => void) => (typed: string) => {
    set(typed);
    return null;
  };
  return (
    <form
      className="review-new-points"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={words.text("review.points.field.points")}
        value={text}
        placeholder="+2"
        problem={problems["points"]}
        onType={setText}
        onCommit={keep(setText)}
      />
      <TextField
        label={words.text("review.points.field.reason")}
        value={reason}
        problem={problems["reason"]}
        onType={setReason}
        onCommit={keep(setReason)}
      />
      <Button kind="chip" onClick={() => void add()}>
        {words.text("review.points.add")}
      </Button>
    </form>
  );
}
