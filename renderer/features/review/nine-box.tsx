import { useRef } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { message } from "../../../core/base/message.ts";
import type { MemberId } from "../../../core/base/id.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { placeInBox } from "../../../core/review/edit-review.ts";
import type { ReviewedMember } from "../../../core/review/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

interface Place {
  readonly performance: number;
  readonly potential: number;
}

interface BoxProps {
  readonly data: ReviewData;
  readonly view: CycleView;
}

const DRAGGED = "application/x-jiugong-member";
const HIGH_TO_LOW = [3, 2, 1] as const;
const LOW_TO_HIGH = [1, 2, 3] as const;
const STEPS: Readonly<Record<string, Place>> = {
  ArrowRight: { performance: 1, potential: 0 },
  ArrowLeft: { performance: -1, potential: 0 },
  ArrowUp: { performance: 0, potential: 1 },
  ArrowDown: { performance: 0, potential: -1 },
};

/** Performance by potential, three by three, and those who have no place yet. People are dragged, or moved with the arrow
 * keys; Delete takes them out. */
export function NineBox({ data, view }: BoxProps) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const isOpen = view.cycle.state === "calibration";
  const put = async (memberId: MemberId, place: Place | null) => {
    const name = view.members.find((one) => one.memberId === memberId)?.name ?? "";
    await runCommand(message("review.command.placed", { name }), ({ rows }) =>
      placeInBox(rows, { cycleId: view.cycle.id, memberId, place }),
    );
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-member="${CSS.escape(memberId)}"]`)?.focus(),
    );
  };
  const people = (place: Place | null) =>
    view.members
      .filter((member) => isAt(member, place))
      .map((member) => <Person key={member.memberId} member={member} isOpen={isOpen} onPut={put} />);
  const target = (place: Place | null) =>
    isOpen
      ? {
          onDragOver: (event: DragEvent) => event.preventDefault(),
          onDrop: (event: DragEvent) => {
            event.preventDefault();
            const id = data.workspace.rows.members.get(event.dataTransfer.getData(DRAGGED))?.id;
            if (id !== undefined) void put(id, place);
          },
        }
      : {};
  const tray = people(null);
  return (
    <div ref={frame} className="review-box">
      {tray.length > 0 && (
        <div className="review-tray" {...target(null)}>
          <span>{words.text("review.box.tray")}</span>
          {tray}
        </div>
      )}
      <table>
        <caption className="unseen">{words.text("review.box")}</caption>
        <colgroup>
          <col className="review-box-side" />
          <col span={3} />
        </colgroup>
        <tbody>
          {HIGH_TO_LOW.map((potential) => (
            <tr key={potential}>
              <th scope="row">
                <small>{words.text("review.box.potential")}</small>
                {words.text(`review.box.level.${potential}`)}
              </th>
              {LOW_TO_HIGH.map((performance) => (
                <td key={performance} {...target({ performance, potential })}>
                  {people({ performance, potential })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <small>{words.text("review.box.performance")}</small>
            </th>
            {LOW_TO_HIGH.map((performance) => (
              <th key={performance} scope="col">
                {words.text(`review.box.level.${performance}`)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Person({
  member,
  isOpen,
  onPut,
}: {
  readonly member: ReviewedMember;
  readonly isOpen: boolean;
  onPut(memberId: MemberId, place: Place | null): Promise<void>;
}) {
  const words = useWords();
  const score = words.quantity({ unit: "score", value: member.total });
  const text = `${member.name} ${score}`;
  if (!isOpen) return <span className="review-person">{text}</span>;
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isOut = event.key === "Delete" || event.key === "Backspace";
    if (!step && !isOut) return;
    event.preventDefault();
    event.stopPropagation();
    void onPut(member.memberId, step ? moved(member, step) : null);
  };
  return (
    <button
      type="button"
      className="review-person"
      data-member={member.memberId}
      draggable
      data-tip={words.text("review.box.keys")}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, member.memberId)}
      onKeyDown={press}
    >
      {text}
    </button>
  );
}

/** One step away; who has no place yet comes into the middle. */
function moved({ review }: ReviewedMember, step: Place): Place {
  if (review?.performance === undefined || review.potential === undefined) {
    return { performance: 2, potential: 2 };
  }
  return {
    performance: Math.min(3, Math.max(1, review.performance + step.performance)),
    potential: Math.min(3, Math.max(1, review.potential + step.potential)),
  };
}

function isAt({ review }: ReviewedMember, place: Place | null): boolean {
  const isPlaced = review?.performance !== undefined && review.potential !== undefined;
  if (place === null || !isPlaced) return place === null && !isPlaced;
  return review.performance === place.performance && review.potential === place.potential;
}
