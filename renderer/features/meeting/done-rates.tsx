import { doneRates, FEW_ACTIONS } from "../../../core/meeting/actions/action-state.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

/** How much of what was due each has done; with few actions the share is shown quietly, for it says little. */
export function DoneRates({ data }: { readonly data: MeetingData }) {
  const words = useWords();
  const rates = doneRates(data.rows.actions.values(), data.today);
  if (rates.length === 0) return null;
  const title = words.text("meeting.rate.title");
  return (
    <section className="done-rates" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rates.map((rate) => (
          <li key={rate.memberId}>
            <span>{data.rows.members.get(rate.memberId)?.name ?? rate.memberId}</span>
            <Figure
              quantity={rate.value}
              explain={rate.explain}
              tone={rate.due < FEW_ACTIONS ? "muted" : "on-pace"}
            />
            <small>{words.text("meeting.rate.line", { done: rate.done, count: rate.due })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
