import { useState } from "react";
import type { Message } from "../../../core/base/message.ts";
import type { Need } from "../../../core/meeting/needs-attention.ts";
import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { recordHref } from "../../platform/record-place.ts";
import { homeNeeds } from "./home-needs.ts";
import type { HomeSource } from "./home-source.ts";
import { useLateNeeds } from "./use-late-needs.ts";

const SHOWN = 5;

/** Five people or things, and all of them on wish, each with its reason and its place. */
export function NeedsStrip({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const { needs, more } = homeNeeds(source, useLateNeeds(source), isWhole ? Infinity : SHOWN);
  if (source.workspace.rows.members.size === 0) return <FirstStep />;
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">
        {words.text("app.home.needs")}
        {(more > 0 || isWhole) && (
          <Button kind="link" onClick={() => setIsWhole(!isWhole)}>
            {isWhole
              ? words.text("app.home.needs.fewer")
              : words.text("app.home.needs.more", { count: more })}
          </Button>
        )}
      </h2>
      {needs.length === 0 ? (
        <p className="needs-none">
          <span className="tone-ahead">✓</span> {words.text("app.home.needs.none")}
        </p>
      ) : (
        <ul>
          {needs.map((need) => (
            <li key={need.key}>
              <strong>{typeof need.about === "string" ? need.about : words.say(need.about)}</strong>
              <span>{sayShort(words, need.reason)}</span>
              <a href={needHref(need)}>{words.text(`app.home.need.${need.kind}`)} →</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Without people every duty is nobody's: what comes first is said instead. */
function FirstStep() {
  const words = useWords();
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">{words.text("app.home.needs.begin")}</h2>
      <p className="needs-none">
        <span>{words.text("app.home.needs.first")}</span>{" "}
        <a href={placeHref("team")}>{words.text("app.home.people.first")} →</a>
      </p>
    </section>
  );
}

/** Amounts in a line to glance at are short; the figure behind the link has every digit. */
function sayShort(words: Words, reason: Message): string {
  const params = Object.entries(reason.params ?? {}).map(([name, param]) => {
    const isQuantity = typeof param === "object" && "unit" in param;
    return [name, isQuantity ? words.quantity(param) : param] as const;
  });
  return words.text(reason.key, Object.fromEntries(params));
}

function needHref(need: Need): string {
  if (need.kind === "pace" || need.kind === "life") return placeHref("target");
  if (need.kind === "unassigned") return placeHref("customer", "owners");
  if (need.kind === "import") return placeHref("customer", "imports/difference");
  if (need.kind === "care") return placeHref("customer", "care");
  if (need.kind === "match") return placeHref("customer", "match");
  if (need.kind === "task")
    return need.ref && need.key.endsWith(need.ref.id)
      ? (recordHref(need.ref) ?? placeHref("team", "tasks"))
      : placeHref("team", "tasks");
  if (need.kind === "action")
    return need.ref && need.key.endsWith(need.ref.id)
      ? (recordHref(need.ref) ?? placeHref("meeting", "actions"))
      : placeHref("meeting", "actions");
  if (need.kind === "review")
    return need.ref && need.key.endsWith(need.ref.id)
      ? (recordHref(need.ref) ?? placeHref("review"))
      : placeHref("review", need.ref?.table === "reviews" ? "cycle" : "plans");
  if (need.kind === "training") return placeHref("training", "matrix");
  if (need.kind === "pay") return placeHref("incentive", "statements");
  if (need.kind === "missing") return placeHref("kpi", "values");
  return (need.ref && recordHref(need.ref)) ?? placeHref("team", "matrix");
}
