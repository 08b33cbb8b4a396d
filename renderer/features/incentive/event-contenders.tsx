import { useMemo } from "react";
import { qualify } from "../../../core/incentive/events/qualify.ts";
import type { Contender } from "../../../core/incentive/events/qualify.ts";
import type { RewardEvent } from "../../../core/incentive/records.ts";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { RewardSource } from "./reward-source.ts";

/** Who goes as things stand, by how much, and what must be known beside it. */
export function EventContenders(props: { readonly source: RewardSource; readonly event: RewardEvent }) {
  const { source, event } = props;
  const words = useWords();
  const { contenders, going, isOverfull, notes } = useMemo(() => qualify(source, event), [source, event]);
  return (
    <section className="reward-part" aria-labelledby="contenders-title">
      <header>
        <h3 id="contenders-title">{words.text("incentive.event.going", { count: going })}</h3>
        {isOverfull && (
          <span className="tone-behind">
            ▼ {words.text("incentive.event.overfull", { places: event.places ?? 0, count: going })}
          </span>
        )}
        {notes.map((note) => (
          <span key={note.key} className="quiet">
            {words.say(note)}
          </span>
        ))}
      </header>
      {contenders.length > 0 && (
        <ul className={event.threshold === undefined ? "contenders by-place" : "contenders"}>
          {contenders.map((one) => (
            <ContenderLine key={one.row.member.id} one={one} hasThreshold={event.threshold !== undefined} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ContenderLine({ one, hasThreshold }: { readonly one: Contender; readonly hasThreshold: boolean }) {
  const words = useWords();
  const state = one.goes === null ? "unknown" : one.goes ? "goes" : "stays";
  const sign = { goes: "✓", stays: "✕", unknown: "?" }[state];
  return (
    <li>
      <span className={one.goes ? "tone-ahead" : "quiet"}>
        <span aria-hidden>{sign}</span> {words.text(`incentive.event.state.${state}`)}
      </span>
      <strong>{one.row.member.name}</strong>
      <ExplainedFigure of={one.row} />
      {hasThreshold && (
        <span>
          <small className="quiet">{words.text("incentive.event.margin")} </small>
          <ExplainedFigure of={one.margin} />
        </span>
      )}
      <small className="quiet">
        {one.explainPlace ? (
          <Figure
            quantity={{ unit: "count", value: one.row.place }}
            text={words.say(one.reason)}
            explain={() => one.explainPlace!()}
          />
        ) : (
          words.say(one.reason)
        )}
        {one.row.isShort && ` · ${words.text("incentive.board.short", one.row.days)}`}
      </small>
    </li>
  );
}
