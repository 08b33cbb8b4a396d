import { useState } from "react";
import { parseDay } from "../../../core/base/day.ts";
import type { ActionId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { actionState } from "../../../core/meeting/actions/action-state.ts";
import { addAction, editAction } from "../../../core/meeting/actions/edit-actions.ts";
import type { ActionFields } from "../../../core/meeting/actions/edit-actions.ts";
import type { Action } from "../../../core/meeting/records.ts";
import { agreedActions } from "../../../core/review/agreed-actions.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { recordHref } from "../../platform/record-place.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField, DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runFromField } from "./use-review.ts";

/** What was agreed in the talk, as actions among all others: they are reminded of and followed up there. */
export function AgreedActions(props: ReviewDrawerProps) {
  const { data, view, member } = props;
  const words = useWords();
  const reviewId = `${view.cycle.id}|${member.memberId}`;
  const actions = agreedActions(data.workspace.rows.actions, reviewId);
  return (
    <section aria-labelledby="review-actions" className="review-agreed">
      <h4 id="review-actions">{words.text("review.actions")}</h4>
      {actions.length > 0 && (
        <ul className="review-points">
          {actions.map((action) => (
            <ActionLine key={action.id} {...props} action={action} />
          ))}
        </ul>
      )}
      <NewAction key={actions.length} {...props} reviewId={reviewId} />
    </section>
  );
}

function ActionLine({ data, action }: ReviewDrawerProps & { readonly action: Action }) {
  const words = useWords();
  const { today } = useView();
  const owner = data.workspace.rows.members.get(action.ownerId ?? "")?.name;
  const isOverdue = actionState(action, today) === "overdue";
  return (
    <li>
      <CheckField
        label={action.text}
        value={action.state !== "open"}
        onCommit={(isDone) =>
          runFromField(words, message("review.command.action", { text: action.text }), ({ rows }) =>
            editAction(rows, { id: action.id, fields: { state: isDone ? "done" : "open" }, today }),
          )
        }
      />
      <small>{owner ?? words.text("review.actions.nobody")}</small>
      {action.dueOn !== undefined && (
        <small className={isOverdue ? "tone-behind" : undefined}>
          {isOverdue && "▼ "}
          {words.text("review.actions.due", { day: { day: action.dueOn } })}
        </small>
      )}
      <a
        href={recordHref({ table: "actions", id: action.id }) ?? undefined}
        aria-label={words.text("review.actions.open.of", { text: action.text })}
      >
        {words.text("review.actions.open")}
      </a>
    </li>
  );
}

function NewAction({ data, view, member, reviewId }: ReviewDrawerProps & { readonly reviewId: string }) {
  const words = useWords();
  const { today } = useView();
  const [draft, setDraft] = useState<ActionFields>({ text: "", ownerId: member.memberId });
  const set = (part: ActionFields) => {
    setDraft((now) => ({ ...now, ...part }));
    return null;
  };
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const id = currentPlatform().newId() as ActionId;
    const label = message("review.command.action", { text: (draft.text ?? "").trim() });
    setProblem(
      await runFromField(words, label, ({ rows }) =>
        addAction(rows, { id, fields: { ...draft, reviewId }, today }),
      ),
    );
  };
  const { rows } = data.workspace;
  const people = membersOn(rows, today);
  const isGone = !people.some(({ id }) => id === member.memberId);
  return (
    <form
      className="review-new-action"
      aria-label={words.text("review.actions.new", { period: { period: view.cycle.id } })}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={words.text("review.actions.text")}
        value={draft.text ?? ""}
        problem={problem ?? undefined}
        onType={(text) => set({ text })}
        onCommit={(text) => set({ text })}
      />
      <SelectField
        label={words.text("review.actions.owner")}
        value={(isGone ? "" : (draft.ownerId ?? "")) as string}
        options={[
          { value: "", label: words.text("review.actions.nobody") },
          ...people.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onCommit={(id) => set({ ownerId: id === "" ? undefined : (id as MemberId) })}
      />
      <DayField
        label={words.text("review.actions.day")}
        value={draft.dueOn ?? ""}
        onCommit={(text) => {
          const dueOn = parseDay(text);
          return text === "" || dueOn !== null
            ? set({ dueOn: dueOn ?? undefined })
            : words.text("review.problem.day");
        }}
      />
      <Button onClick={() => void add()}>{words.text("review.actions.add")}</Button>
    </form>
  );
}
