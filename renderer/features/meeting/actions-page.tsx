import { useState } from "react";
import type { ActionId, MemberId } from "../../../core/base/id.ts";
import { ACTION_STATES, listActions } from "../../../core/meeting/actions/action-state.ts";
import type { ActionFilter } from "../../../core/meeting/actions/action-state.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ActionDrawer } from "./action-drawer.tsx";
import { ActionGrid } from "./action-grid.tsx";
import { DoneRates } from "./done-rates.tsx";
import { useMeetingData } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { useOpenId } from "./meeting-place.ts";
import { meetingTabs } from "./meeting-tabs.ts";
import { NewLine } from "./new-line.tsx";
import "./meeting.css";

type StateChoice = NonNullable<ActionFilter["state"]> | "all";

interface Chosen {
  readonly owner: string;
  readonly state: StateChoice;
}

const OPEN: Chosen = { owner: "all", state: "open" };

/** 行动项: every action of every meeting, overdue first, edited in place. */
export function ActionsPage() {
  const words = useWords();
  const data = useMeetingData();
  const [id, open] = useOpenId("actions");
  const [chosen, choose] = useState<Chosen>(OPEN);
  const { rows, today } = data;
  const shown = listActions(rows.actions.values(), filterOf(chosen), today);
  const opened = id === null ? undefined : rows.actions.get(id);
  return (
    <Page
      tabs={meetingTabs(words)}
      activeTab="actions"
      {...(rows.actions.size > 0
        ? {
            tools: <Tools data={data} chosen={chosen} onChoose={choose} />,
            hint: words.text("meeting.action.hint"),
          }
        : {})}
    >
      <NewLine data={data} kind="action" />
      {rows.actions.size === 0 ? (
        <EmptyState
          title={words.text("meeting.action.empty.title")}
          text={words.text("meeting.action.empty.text")}
        />
      ) : (
        <>
          <DoneRates data={data} />
          {shown.length === 0 ? (
            <p className="quiet">
              {words.text("meeting.action.no-match")}{" "}
              <Button kind="link" onClick={() => choose({ ...OPEN, state: "all" })}>
                {words.text("meeting.action.no-match.clear")}
              </Button>
            </p>
          ) : (
            <ActionGrid data={data} actions={shown} onOpen={(next: ActionId) => open(next)} />
          )}
        </>
      )}
      {opened && <ActionDrawer key={opened.id} data={data} action={opened} onClose={() => open(null)} />}
    </Page>
  );
}

function Tools(props: {
  readonly data: MeetingData;
  readonly chosen: Chosen;
  onChoose(chosen: Chosen): void;
}) {
  const words = useWords();
  const { data, chosen, onChoose } = props;
  const owners = inOrder(data.rows.members).filter((member) =>
    [...data.rows.actions.values()].some(({ ownerId }) => ownerId === member.id),
  );
  return (
    <>
      <Choice<StateChoice>
        label={words.text("meeting.action.filter.state")}
        quiet
        value={chosen.state}
        options={[
          { value: "open", label: words.text("meeting.action.filter.open") },
          { value: "all", label: words.text("meeting.action.filter.all") },
          ...ACTION_STATES.map((value) => ({ value, label: words.text(`meeting.action.state.${value}`) })),
        ]}
        onChange={(state) => onChoose({ ...chosen, state })}
      />
      <Choice
        label={words.text("meeting.action.filter.owner")}
        quiet
        value={chosen.owner}
        options={[
          { value: "all", label: words.text("meeting.action.all-owners") },
          { value: "", label: words.text("meeting.action.nobody") },
          ...owners.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(owner) => onChoose({ ...chosen, owner })}
      />
    </>
  );
}

function filterOf({ owner, state }: Chosen): ActionFilter {
  return {
    ...(owner === "all" ? {} : { ownerId: owner === "" ? null : (owner as MemberId) }),
    ...(state === "all" ? {} : { state }),
  };
}
