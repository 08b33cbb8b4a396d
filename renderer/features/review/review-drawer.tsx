import { message } from "../../../core/base/message.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { editCycle } from "../../../core/review/review-cycle.ts";
import type { ReviewedMember } from "../../../core/review/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { cycleRows } from "./cycle-columns.tsx";
import { DraftPart } from "./draft-part.tsx";
import { PartFields } from "./part-fields.tsx";
import { PeerParts } from "./peer-parts.tsx";
import { ReviewTotal } from "./review-total.tsx";
import { TalkFields } from "./talk-fields.tsx";
import type { ReviewData } from "./use-review.ts";

export interface ReviewDrawerProps {
  readonly data: ReviewData;
  readonly view: CycleView;
  readonly member: ReviewedMember;
  onClose(): void;
}

/** One member's review: the figures, the parts, the talk. Of a locked cycle it is only read. */
export function ReviewDrawer(props: ReviewDrawerProps) {
  const { data, view, member, onClose } = props;
  const words = useWords();
  const { cycle } = view;
  const row = cycleRows(data, view).find((one) => one.member === member);
  const isLocked = cycle.state === "locked";
  return (
    <Drawer
      open
      width={800}
      onClose={onClose}
      title={words.text("review.form.title", { name: member.name, period: { period: cycle.id } })}
      {...(isLocked || cycle.memberIds.length === 1
        ? {}
        : {
            footer: (
              <Button
                kind="link"
                onClick={() =>
                  void runCommand(message("review.command.left-out", { name: member.name }), ({ rows }) =>
                    editCycle(rows, {
                      cycleId: cycle.id,
                      memberIds: (rows.reviewCycles.get(cycle.id)?.memberIds ?? []).filter(
                        (id) => id !== member.memberId,
                      ),
                    }),
                  ).then((done) => done.ok && onClose())
                }
              >
                {words.text("review.form.leave-out")}
              </Button>
            ),
          })}
    >
      {isLocked && <p className="quiet">{words.text("review.form.locked")}</p>}
      <ReviewTotal {...props} {...(row ? { explain: () => row.explain() } : {})} />
      <PartFields {...props} by="manager" />
      {!isLocked && <DraftPart {...props} />}
      {(cycle.asksSelf || member.review?.self) && <PartFields {...props} by="self" />}
      {cycle.peerCount > 0 && <PeerParts {...props} />}
      <TalkFields {...props} />
    </Drawer>
  );
}
