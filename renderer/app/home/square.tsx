import type { ReactNode } from "react";
import { ROOMS, placeHref } from "../../platform/place.ts";
import type { Room } from "../../platform/place.ts";
import { useWords } from "../../ui/words-context.tsx";

export interface SquareProps {
  readonly room: Room;
  /** The one figure, and beside it what it is. */
  readonly headline?: ReactNode;
  readonly beside?: ReactNode;
  /** One line that says what needs attention. */
  readonly note?: ReactNode;
  /** At most one small picture, above the note or at the foot. */
  readonly bar?: ReactNode;
  readonly picture?: ReactNode;
}

/** One of the nine: the room's name leads there, the figures explain themselves. */
export function Square({ room, headline, beside, note, bar, picture }: SquareProps) {
  const words = useWords();
  return (
    <section className="square" aria-labelledby={`square-${room}`}>
      <h2 id={`square-${room}`}>
        <a href={placeHref(room)}>{words.text(`app.room.${room}`)}</a>
        <kbd aria-hidden="true">{ROOMS.indexOf(room) + 1}</kbd>
      </h2>
      {headline !== undefined && (
        <p className="square-figure">
          {headline}
          {beside !== undefined && <small>{beside}</small>}
        </p>
      )}
      {bar}
      {note !== undefined && <p className="square-note">{note}</p>}
      {picture !== undefined && <div className="square-picture">{picture}</div>}
    </section>
  );
}
