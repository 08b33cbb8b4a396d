import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { reviewable } from "../../../core/review/cycle-view.ts";
import { editCycle } from "../../../core/review/review-cycle.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CycleFields } from "./cycle-fields.tsx";
import type { CycleWish } from "./cycle-fields.tsx";
import type { ReviewData } from "./use-review.ts";

/** Takes people into a running cycle or out of it, and asks for more parts or fewer. */
export function CyclePeopleDrawer(props: {
  readonly data: ReviewData;
  readonly view: CycleView;
  onClose(): void;
}) {
  const { data, view, onClose } = props;
  const words = useWords();
  const { id, memberIds, asksSelf, peerCount } = view.cycle;
  const [seen] = useState(data.workspace);
  const [wish, setWish] = useState<CycleWish>({ memberIds, asksSelf, peerCount });
  const [problem, setProblem] = useState<string | null>(null);
  const there = reviewable(data.sources, data.period);
  const people = [...there, ...memberIds.filter((one) => !there.includes(one))];
  const save = async () => {
    const label = message("review.command.people", { period: { period: id } });
    const command = editCycle(seen.rows, { cycleId: id, ...wish });
    const found = await runFromField(words, label, { command, seen });
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <Drawer
      open
      width={560}
      title={words.text("review.cycle.edit.title", { period: { period: id } })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.text("base.cancel")}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {words.text("review.levels.save")}
          </Button>
        </>
      }
    >
      <div className="review-start">
        <p className="quiet">{words.text("review.cycle.edit.hint")}</p>
        {problem !== null && <p className="tone-at-risk">{problem}</p>}
        <CycleFields data={data} people={people} wish={wish} onChange={setWish} />
      </div>
    </Drawer>
  );
}
