import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { Segments } from "../../ui/small-charts.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { HomeSource } from "./home-source.ts";
import { Square } from "./square.tsx";
import { skillFigures } from "./team-figures.ts";
import { trainingFigures } from "./training-figures.ts";

/** Training: the sessions that are due, else the gaps that ask for some. */
export function TrainingSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const skills = skillFigures(source);
  const due = trainingFigures(source);
  const missed = skills.rated - skills.met;
  const open = skills.expected - skills.rated;
  const headline = due.isUsed ? due : skills;
  return (
    <Square
      room="training"
      headline={<Figure quantity={headline.value} explain={headline.explain} size="headline" />}
      beside={
        due.isUsed
          ? words.text("training.home.beside", { count: due.value.value })
          : words.text("app.home.gaps.beside", { rated: skills.rated, expected: skills.expected })
      }
      note={<TrainingNote due={due} skills={skills} />}
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

function TrainingNote(props: {
  readonly due: ReturnType<typeof trainingFigures>;
  readonly skills: ReturnType<typeof skillFigures>;
}) {
  const { due, skills } = props;
  const words = useWords();
  if (due.forgotten > 0) {
    return (
      <a href={placeHref("training")} className="tone-behind">
        ▼ {words.text("training.home.forgotten", { count: due.forgotten })}
      </a>
    );
  }
  if (due.next) {
    return (
      <a href={placeHref("training", "plan", { id: due.next.id })}>
        {words.text("training.home.next", { course: due.next.course, day: { day: due.next.on } })}
      </a>
    );
  }
  const { widest } = skills;
  return (
    <a href={placeHref("training", "proposals")}>
      {widest
        ? words.text("app.home.gaps.widest", { skill: widest.skill, count: widest.count })
        : words.text("training.home.open")}
    </a>
  );
}
