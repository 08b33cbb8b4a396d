import { message } from "../../../core/base/message.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { leaveOut } from "../../../core/review/review-cycle.ts";
import type { ReviewedMember } from "../../../core/review/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { cycleRows, placeText } from "./cycle-columns.tsx";
import { DraftPart } from "./draft-part.tsx";
import { listed } from "./listed.ts";
import { PartFields } from "./part-fields.tsx";
import { PeerParts } from "./peer-parts.tsx";
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
  const lack = member.lines.filter((line) => line.score === null).map((line) => words.name(line.name));
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
                    leaveOut(rows, { cycleId: cycle.id, memberId: member.memberId }),
                  ).then((done) => done.ok && onClose())
                }
              >
                {words.text("review.form.leave-out")}
              </Button>
            ),
          })}
    >
      {isLocked && <p className="quiet">{words.text("review.form.locked")}</p>}
      <p className="review-total">
        <Figure
          quantity={{ unit: "score", value: member.total }}
          size="headline"
          {...(row ? { explain: () => row.explain() } : {})}
        />
        <span>{member.level?.name}</span>
        <small>{words.text("review.form.place", { place: placeText(words, member) })}</small>
      </p>
      {lack.length > 0 && (
        <p className="tone-behind">{words.text("review.points.missing", { list: listed(words, lack) })}</p>
      )}
      <PartFields {...props} by="manager" />
      {!isLocked && <DraftPart {...props} />}
      {(cycle.asksSelf || member.review?.self) && <PartFields {...props} by="self" />}
      {cycle.peerCount > 0 && <PeerParts {...props} />}
      <TalkFields {...props} />
    </Drawer>
  );
}
