import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { HomeSource } from "./home-source.ts";
import { Square } from "./square.tsx";
import { findingCounts, headcount } from "./team-figures.ts";

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
