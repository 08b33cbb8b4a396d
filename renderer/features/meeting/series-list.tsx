import { addDays } from "../../../core/base/day.ts";
import type { SeriesId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { MeetingSeries } from "../../../core/meeting/records.ts";
import { seriesDays } from "../../../core/meeting/schedule/series-days.ts";
import { ruleMessage } from "../../../core/meeting/schedule/series-rule.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

/** A series as one sentence. */
export function seriesMessage({ rule, startsAt, minutes, onHoliday }: MeetingSeries) {
  return message("meeting.rule.whole", {
    rule: ruleMessage(rule),
    time: startsAt,
    count: minutes,
    holiday: message(`meeting.rule.holiday.${onHoliday}`),
  });
}

/** The series that bring meetings, each as a sentence. */
export function SeriesList({ data, onEdit }: { readonly data: MeetingData; onEdit(id: SeriesId): void }) {
  const words = useWords();
  const title = words.text("meeting.series.title");
  const living = [...data.rows.meetingSeries.values()].filter(({ archived }) => !archived);
  return (
    <section className="series-list" aria-label={title}>
      <h2 className="meeting-title">{title}</h2>
      {living.length === 0 && <p className="quiet">{words.text("meeting.series.none")}</p>}
      <ul>
        {living.map((series) => {
          const range = { start: data.today, end: addDays(data.today, 366) };
          const [next] = seriesDays(series, data.calendar, range);
          return (
            <li key={series.id}>
              <h3>
                {series.name} <small>{words.text(`meeting.kind.${series.kind}`)}</small>
              </h3>
              <p>{words.say(seriesMessage(series))}</p>
              <p className="quiet">
                {[
                  words.text("meeting.series.people", { count: series.memberIds.length }),
                  ...(next ? [words.text("meeting.series.next", { day: { day: next.on } })] : []),
                ].join(" · ")}
              </p>
              <Button
                kind="link"
                label={`${words.text("meeting.series.edit")} ${series.name}`}
                onClick={() => onEdit(series.id)}
              >
                {words.text("meeting.series.edit")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
