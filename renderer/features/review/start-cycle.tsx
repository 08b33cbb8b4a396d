import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { competenciesOf } from "../../../core/review/competencies.ts";
import { reviewable } from "../../../core/review/cycle-view.ts";
import { openCycle } from "../../../core/review/review-cycle.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { CheckField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

const PEERS = ["0", "1", "2", "3", "4", "5"] as const;

/** Before a cycle starts: who is reviewed, and whose words are asked for. */
export function StartCycle({ data }: { readonly data: ReviewData }) {
  const words = useWords();
  const { today } = useView();
  const { period, sources, workspace } = data;
  const people = reviewable(sources, period);
  const [left, setLeft] = useState<readonly MemberId[]>([]);
  const [asksSelf, askSelf] = useState(true);
  const [peers, setPeers] = useState<(typeof PEERS)[number]>("0");
  if (people.length === 0) {
    return (
      <EmptyState
        title={words.text("review.scores.empty")}
        text={words.text("review.cycle.empty.text")}
        actions={[{ label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) }]}
      />
    );
  }
  const memberIds = people.filter((id) => !left.includes(id));
  const start = () =>
    void runCommand(message("review.command.start", { period: { period: period.id } }), ({ rows }) =>
      openCycle(rows, {
        periodId: period.id,
        on: today,
        memberIds,
        asksSelf,
        peerCount: Number(peers),
        competencies: competenciesOf(settingsOf(workspace)),
      }),
    );
  return (
    <section className="review-start">
      <p>{words.text("review.cycle.start.text")}</p>
      <fieldset>
        <legend>{words.text("review.cycle.people", { count: memberIds.length })}</legend>
        <div className="review-people">
          {people.map((id) => (
            <CheckField
              key={id}
              label={workspace.rows.members.get(id)?.name ?? id}
              value={!left.includes(id)}
              onCommit={(isIn) => {
                setLeft(isIn ? left.filter((one) => one !== id) : [...left, id]);
                return null;
              }}
            />
          ))}
        </div>
      </fieldset>
      <CheckField
        label={words.text("review.cycle.asks-self")}
        value={asksSelf}
        onCommit={(asked) => {
          askSelf(asked);
          return null;
        }}
      />
      <SelectField
        label={words.text("review.cycle.peers")}
        value={peers}
        options={PEERS.map((count) => ({
          value: count,
          label: words.text(count === "0" ? "review.cycle.peers.none" : "review.cycle.peers.count", {
            count: Number(count),
          }),
        }))}
        onCommit={(count) => {
          setPeers(count);
          return null;
        }}
      />
      <div>
        <Button kind="primary" disabled={memberIds.length === 0} onClick={start}>
          {words.text("review.cycle.start")}
        </Button>
      </div>
    </section>
  );
}
