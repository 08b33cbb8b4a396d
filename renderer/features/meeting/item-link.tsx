import { explainItem, itemRef, itemTitle } from "../../../core/meeting/agenda/agenda-of.ts";
import type { AgendaItem } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import { Button } from "../../ui/button.tsx";
import { useExplain } from "../../ui/explain-context.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A line's title in the reader's language. */
export function titleOf(words: Words, item: Pick<AgendaItem, "title">): string {
  return words.say(itemTitle(item));
}

/** Where a line leads: to its record, else to where its kind stands. */
function itemHref(item: AgendaItem): string | null {
  const ref = itemRef(item);
  if (item.kind === "pace") return placeHref("target");
  if (ref !== null) return recordHref(ref);
  switch (item.kind) {
    case "action":
      return placeHref("meeting", "actions");
    case "decision":
      return placeHref("meeting", "decisions");
    case "import":
      return placeHref("customer", "imports/difference");
    case "stalled":
      return placeHref("customer", "pipeline");
    case "finding":
      return placeHref("team", "matrix");
    case "training":
      return placeHref("training");
    case "review":
      return placeHref("review");
    default:
      return null;
  }
}

/** Why a line is there, and the way to what it is about. */
export function ItemLinks({
  item,
  isQuiet = false,
}: {
  readonly item: AgendaItem;
  readonly isQuiet?: boolean;
}) {
  const words = useWords();
  const open = useExplain();
  const title = titleOf(words, item);
  const href = itemHref(item);
  const practice =
    item.practiceId === undefined ? null : recordHref({ table: "practices", id: item.practiceId });
  const tabIndex = isQuiet ? -1 : undefined;
  return (
    <span className="item-links">
      {href !== null && (
        <a href={href} tabIndex={tabIndex} aria-label={words.text("meeting.agenda.open-place.of", { title })}>
          {words.text("meeting.agenda.open-place")}
        </a>
      )}
      {practice !== null && (
        <a
          href={practice}
          tabIndex={tabIndex}
          aria-label={words.text("meeting.agenda.open-practice.of", { title })}
        >
          {words.text("meeting.agenda.open-practice")}
        </a>
      )}
      {item.kind !== "own" && (
        <Button
          kind="link"
          label={words.text("meeting.agenda.why.of", { title })}
          onClick={() => open(() => explainItem(item, title))}
        >
          {words.text("meeting.agenda.why")}
        </Button>
      )}
    </span>
  );
}
