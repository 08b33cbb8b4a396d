import { useMemo, useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import type { HandoverOf } from "../../../core/review/handover/handover-book.ts";
import { takersFor } from "../../../core/review/handover/handover-book.ts";
import { HANDOVER_KINDS, handoverItems } from "../../../core/review/handover/handover-items.ts";
import type { HandoverItem, HandoverKind } from "../../../core/review/handover/handover-items.ts";
import { planHandover, takerOf } from "../../../core/review/handover/plan-handover.ts";
import type { HandoverChoice, HandoverPlan, Taker } from "../../../core/review/handover/plan-handover.ts";
import type { Member } from "../../../core/team/records.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";

/** What the page of a handover shows and can do. */
export interface Handover {
  readonly workspace: Workspace;
  readonly member: Member;
  readonly of: HandoverOf;
  readonly choice: HandoverChoice;
  readonly takers: readonly Member[];
  readonly items: readonly HandoverItem[];
  readonly kinds: readonly HandoverKind[];
  readonly plan: Result<HandoverPlan>;
  /** How many things have a taker. */
  readonly count: number;
  setLeavesOn(day: Day | null): void;
  setReason(reason: string): void;
  /** One taker for everything; targets go to the same person. */
  giveAll(taker: Taker): void;
  giveKind(kind: HandoverKind, taker: Taker): void;
  giveItem(key: string, taker: Taker): void;
}

const NOTHING: Pick<HandoverChoice, "takerByKind" | "takerByKey"> = { takerByKind: {}, takerByKey: {} };

/** The state of handing a member's work over; all of it follows from the workspace and what was chosen. */
export function useHandover(member: Member): Handover {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [leavesOn, setLeavesOn] = useState<Day | null>(member.leftOn ?? null);
  const [taken, setTaken] = useState(NOTHING);
  const [ownReason, setReason] = useState<string | null>(null);
  const reason = ownReason ?? words.text("review.handover.reason.default", { name: member.name });
  const of = useMemo(() => ({ memberId: member.id, today, leavesOn }), [member.id, today, leavesOn]);
  const choice = useMemo(() => ({ ...taken, reason }), [taken, reason]);
  const takers = useMemo(() => takersFor(workspace, of), [workspace, of]);
  const items = useMemo(() => handoverItems(workspace, of), [workspace, of]);
  const plan = useMemo(() => planHandover(workspace, of, choice), [workspace, of, choice]);
  return {
    workspace,
    member,
    of,
    choice,
    takers,
    items,
    kinds: HANDOVER_KINDS.filter((kind) => items.some((item) => item.kind === kind)),
    plan,
    count: items.filter((item) => takerOf(choice, item) !== null).length,
    setLeavesOn,
    setReason,
    giveAll: (taker) =>
      setTaken({
        takerByKind: Object.fromEntries(HANDOVER_KINDS.map((kind) => [kind, taker])),
        takerByKey: {},
      }),
    giveKind: (kind, taker) =>
      setTaken(({ takerByKind, takerByKey }) => ({
        takerByKind: { ...takerByKind, [kind]: taker },
        takerByKey: Object.fromEntries(
          Object.entries(takerByKey).filter(([key]) => !key.startsWith(`${kind}/`)),
        ),
      })),
    giveItem: (key, taker) =>
      setTaken(({ takerByKind, takerByKey }) => ({
        takerByKind,
        takerByKey: { ...takerByKey, [key]: taker },
      })),
  };
}

/** The name under which a handover stands in the journal and in undo. */
export function handoverLabel(member: Member) {
  return message("review.handover.did", { name: member.name });
}

/** A taker as the value of a choice, and back. */
export function takerValue(taker: Taker): string {
  return taker ?? "";
}

export function takerFrom(value: string): Taker {
  return value === "" ? null : (value as MemberId | "shares");
}
