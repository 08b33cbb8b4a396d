import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { Segments } from "../../ui/small-charts.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { HomeSource } from "./home-source.ts";
import { Square } from "./square.tsx";
import { findingCounts, headcount, skillFigures } from "./team-figures.ts";

/** The team: people, and what is wrong with who answers for what. */
export function TeamSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const people = headcount(source);
  const counts = findingCounts(source);
  const [worst, next] = counts;
  const note = !worst ? (
    <span className="tone-ahead">✓ {words.text("app.home.findings.none")}</span>
  ) : (
    <>
      <span className={worst.severity === "risk" ? "tone-at-risk" : "tone-behind"}>
        {worst.severity === "risk" ? "● " : "▼ "}
        {words.text(`app.home.finding.${worst.code}`, { count: worst.count })}
      </span>
      {next && ` · ${words.text(`app.home.finding.${next.code}`, { count: next.count })}`}
    </>
  );
  return (
    <Square
      room="team"
      headline={
        <>
          <Figure quantity={people.value} explain={people.explain} size="headline" />
          <b>{words.text("app.home.people.unit", { count: people.value.value })}</b>
        </>
      }
      beside={`${words.text("app.home.groups", { count: people.groups })} · ${words.text("app.home.duties", { count: people.duties })}`}
      note={
        people.value.value === 0 ? (
          <a href={placeHref("team")}>{words.text("app.home.people.first")}</a>
        ) : (
          note
        )
      }
    />
  );
}

/** Training has no room yet: the skill gaps that will fill it are there already. */
export function TrainingSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const skills = skillFigures(source);
  const { widest } = skills;
  const missed = skills.rated - skills.met;
  const open = skills.expected - skills.rated;
  return (
    <Square
      room="training"
      headline={<Figure quantity={skills.value} explain={skills.explain} size="headline" />}
      beside={words.text("app.home.gaps.beside", { rated: skills.rated, expected: skills.expected })}
      note={
        <a href={placeHref("team", "skills")}>
          {widest
            ? words.text("app.home.gaps.widest", { skill: widest.skill, count: widest.count })
            : words.text("app.later.gaps")}
        </a>
      }
      picture={
        skills.expected > 0 && (
          <Segments
            label={words.text("app.home.gaps.picture", { met: skills.met, missed, open })}
            segments={[
              {
                value: skills.met,
                tone: "ahead",
                label: words.text("app.home.gaps.met", { count: skills.met }),
              },
              { value: missed, tone: "behind", label: words.text("app.home.gaps.missed", { count: missed }) },
              { value: open, tone: "muted", label: words.text("app.home.gaps.open", { count: open }) },
            ]}
          />
        )
      }
    />
  );
}

/** A room that is still to come says so in one quiet line. */
export function LaterSquare({ room }: { readonly room: "meeting" }) {
  const words = useWords();
  return (
    <Square
      room={room}
      note={
        <>
          <span className="later-mark">{words.text("app.later.here")}</span>
          {words.text(`app.later.${room}`)}
        </>
      }
    />
  );
}
