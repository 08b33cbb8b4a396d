import type { MemberId } from "../../../core/base/id.ts";
import type { RewardEvent } from "../../../core/incentive/records.ts";
import { eventFigures } from "../../../core/incentive/events/event-figures.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { CheckField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { FormProblem, peopleOptions } from "./reward-fields.tsx";
import type { RewardSource } from "./reward-source.ts";

type Came = RewardEvent["attendance"][number];
const RATINGS = ["1", "2", "3", "4", "5"] as const;

/** Who came, and how they liked it. */
export function EventAttendance(props: {
  readonly source: RewardSource;
  readonly draft: RewardEvent;
  readonly problem: string | undefined;
  onTake(fields: Partial<RewardEvent>): null;
}) {
  const { source, draft, onTake } = props;
  const words = useWords();
  const { rows } = source;
  const cameById = new Map(draft.attendance.map((one) => [one.memberId as string, one]));
  const people = peopleOptions(rows.members, { today: draft.on });
  const gone = draft.attendance.filter((one) => !people.some((person) => person.value === one.memberId));
  const all = [
    ...people,
    ...gone.map((one) => ({
      value: one.memberId as string,
      label: rows.members.get(one.memberId)?.name ?? one.memberId,
    })),
  ];
  const write = (next: ReadonlyMap<string, Came>) =>
    onTake({ attendance: all.flatMap((one) => next.get(one.value) ?? []) });
  const setCame = (id: string, isThere: boolean) => {
    const next = new Map(cameById);
    if (isThere) next.set(id, { memberId: id as MemberId });
    else next.delete(id);
    return write(next);
  };
  const rate = (id: string, rating: string) =>
    write(
      new Map(cameById).set(id, {
        memberId: id as MemberId,
        ...(rating === "" ? {} : { rating: Number(rating) }),
      }),
    );
  const { attendance, rating } = eventFigures(rows, draft);
  return (
    <section className="reward-part" aria-labelledby="came-title">
      <header>
        <h3 id="came-title">{words.text("incentive.event.came")}</h3>
        <span>
          <small className="quiet">{words.text("incentive.event.column.attendance")} </small>
          <ExplainedFigure of={attendance} />
        </span>
        <span>
          <small className="quiet">{words.text("incentive.event.column.rating")} </small>
          <ExplainedFigure of={rating} />
          {rating.n > 0 && <small className="quiet"> n = {rating.n}</small>}
        </span>
        <Button
          kind="link"
          onClick={() =>
            write(
              new Map(
                all.map(({ value }) => [value, cameById.get(value) ?? { memberId: value as MemberId }]),
              ),
            )
          }
        >
          {words.text("incentive.event.all-came")}
        </Button>
      </header>
      <ul className="event-came">
        {all.map(({ value, label }) => (
          <li key={value}>
            <CheckField
              label={label}
              value={cameById.has(value)}
              onCommit={(isThere) => setCame(value, isThere)}
            />
            {cameById.has(value) && (
              <Choice
                quiet
                label={words.text("incentive.event.rating.of", { name: label })}
                value={String(cameById.get(value)?.rating ?? "")}
                options={[
                  { value: "", label: words.text("incentive.event.rating.none") },
                  ...RATINGS.map((one) => ({
                    value: one as string,
                    label: words.text("incentive.event.rating.value", { value: one }),
                  })),
                ]}
                onChange={(next) => rate(value, next)}
              />
            )}
          </li>
        ))}
      </ul>
      <FormProblem text={props.problem} />
    </section>
  );
}
