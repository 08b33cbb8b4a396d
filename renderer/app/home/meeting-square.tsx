import { useEffect } from "react";
import { create } from "zustand";
import { message } from "../../../core/base/message.ts";
import { actionState } from "../../../core/meeting/actions/action-state.ts";
import type { Action } from "../../../core/meeting/records.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { HomeSource } from "./home-source.ts";
import type { nextMeeting as rule } from "./next-meeting.ts";
import { Square } from "./square.tsx";

/** The rule that knows the next meeting carries a library of recurrence: it is fetched after home is drawn. */
const loaded = create<{ readonly nextMeeting: typeof rule | null }>(() => ({ nextMeeting: null }));

/** Meetings: actions that are open, how many of them are overdue, and the next meeting. */
export function MeetingSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const { rows } = source.workspace;
  const isEmpty = rows.meetingSeries.size + rows.meetings.size + rows.actions.size === 0;
  useEffect(() => {
    if (isEmpty) return;
    void import("./next-meeting.ts").then(({ nextMeeting }) => loaded.setState({ nextMeeting }));
  }, [isEmpty]);
  const next = loaded().nextMeeting?.(source) ?? null;
  if (isEmpty) {
    return (
      <Square room="meeting" note={<a href={placeHref("meeting")}>{words.text("meeting.home.first")}</a>} />
    );
  }
  const open = rowsOf(source.workspace, "actions").filter(({ state }) => state === "open");
  const overdue = open.filter((action) => actionState(action, source.book.today) === "overdue").length;
  return (
    <Square
      room="meeting"
      headline={
        <Figure
          quantity={{ unit: "count", value: open.length }}
          explain={() => explainOpen(open)}
          size="headline"
        />
      }
      beside={words.text("meeting.home.open", { count: open.length })}
      note={
        <>
          {overdue > 0 ? (
            <a href={placeHref("meeting", "actions")}>
              <span className="tone-at-risk">● {words.text("meeting.home.overdue", { count: overdue })}</span>
            </a>
          ) : (
            <span className="tone-ahead">✓ {words.text("meeting.home.none-overdue")}</span>
          )}
          {next && (
            <>
              {" · "}
              <a href={recordHref({ table: "meetings", id: next.id }) ?? placeHref("meeting")}>
                {words.say(next.text)}
              </a>
            </>
          )}
        </>
      }
    />
  );
}

function explainOpen(open: readonly Action[]) {
  return {
    title: message("meeting.home.title"),
    value: { unit: "count", value: open.length } as const,
    formula: message("meeting.home.formula"),
    ruleVersion: 1,
    inputs: [],
    rows: open.map((action) => ({
      ref: { table: "actions" as const, id: action.id },
      label: action.text,
      ...(action.dueOn === undefined ? {} : { day: action.dueOn }),
      amount: { unit: "count" as const, value: 1 },
    })),
    notes: [],
  };
}
