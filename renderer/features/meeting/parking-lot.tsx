import type { AgendaItem } from "../../../core/meeting/records.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { titleOf } from "./item-link.tsx";

interface LotProps {
  readonly items: readonly AgendaItem[];
  /** Before the meeting a line goes back onto the agenda; while it runs it is opened again. */
  readonly word: "unpark" | "reopen";
  onBack(item: AgendaItem): void;
}

/** What was put aside: kept, and offered again next time. */
export function ParkingLot({ items, word, onBack }: LotProps) {
  const words = useWords();
  if (items.length === 0) return null;
  const title = words.text("meeting.agenda.parking");
  const nameOf = (of: string) =>
    word === "unpark"
      ? words.text("meeting.agenda.unpark.of", { title: of })
      : words.text("meeting.run.reopen.of", { title: of });
  return (
    <section className="parking" aria-label={title}>
      <h3>
        {title} <small>{words.text("meeting.agenda.parking.hint")}</small>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <span>{titleOf(words, item)}</span>
            <Button kind="link" label={nameOf(titleOf(words, item))} onClick={() => onBack(item)}>
              {words.text(word === "unpark" ? "meeting.agenda.unpark" : "meeting.run.reopen")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
