import { useState } from "react";
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
import { useWords } from "../../ui/words-context.tsx";
import { CycleFields } from "./cycle-fields.tsx";
import type { CycleWish } from "./cycle-fields.tsx";
import type { ReviewData } from "./use-review.ts";

/** Before a cycle starts: who is reviewed, and whose words are asked for. */
export function StartCycle({ data }: { readonly data: ReviewData }) {
  const words = useWords();
  const { today } = useView();
  const { period, sources, workspace } = data;
  const people = reviewable(sources, period);
  const [seen] = useState(workspace);
  const [wish, setWish] = useState<CycleWish>({ memberIds: [...people], asksSelf: true, peerCount: 0 });
  if (people.length === 0) {
    return (
      <EmptyState
        title={words.text("review.scores.empty")}
        text={words.text("review.cycle.empty.text")}
        actions={[{ label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) }]}
      />
    );
  }
  const start = () =>
    void runCommand(message("review.command.start", { period: { period: period.id } }), {
      command: openCycle(seen.rows, {
        periodId: period.id,
        on: today,
        ...wish,
        competencies: competenciesOf(settingsOf(workspace)),
      }),
      seen,
    });
  return (
    <section className="review-start">
      <p>{words.text("review.cycle.start.text")}</p>
      <CycleFields data={data} people={people} wish={wish} onChange={setWish} />
      <div>
        <Button kind="primary" disabled={wish.memberIds.length === 0} onClick={start}>
          {words.text("review.cycle.start")}
        </Button>
      </div>
    </section>
  );
}
