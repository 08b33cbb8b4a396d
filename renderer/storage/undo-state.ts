import { create } from "zustand";
import type { Change } from "../../core/base/change.ts";
import type { Message } from "../../core/base/message.ts";

/** What undo and redo would do, for their buttons and menu lines. `null`: nothing to undo. */
export interface UndoState {
  readonly undoLabel: Message | null;
  readonly redoLabel: Message | null;
}

export const undoState = create<UndoState>(() => ({ undoLabel: null, redoLabel: null }));

/** A commit that can be led back. */
export interface UndoStep {
  readonly label: Message;
  readonly changes: readonly Change[];
  /** A merge has a state kept before it, to which it can be led back where undo stops. */
  readonly kind?: "merge";
}

const STEPS_KEPT = 200;

let undoSteps: readonly UndoStep[] = [];
let redoSteps: readonly UndoStep[] = [];

/** Notes a commit of the person: what leads back from it. What had been undone can no longer be redone. */
export function noteDone(inverse: UndoStep): void {
  set([...undoSteps, inverse], []);
}

export function noteUndone(inverse: UndoStep): void {
  set(undoSteps.slice(0, -1), [...redoSteps, inverse]);
}

export function noteRedone(inverse: UndoStep): void {
  set([...undoSteps, inverse], redoSteps.slice(0, -1));
}

/** Another state took the workspace's place: nothing before it can be undone. */
export function forgetSteps(): void {
  set([], []);
}

export function lastUndoStep(): UndoStep | null {
  return undoSteps.at(-1) ?? null;
}

export function lastRedoStep(): UndoStep | null {
  return redoSteps.at(-1) ?? null;
}

function set(undo: readonly UndoStep[], redo: readonly UndoStep[]): void {
  undoSteps = undo.slice(-STEPS_KEPT);
  redoSteps = redo;
  undoState.setState({ undoLabel: lastUndoStep()?.label ?? null, redoLabel: lastRedoStep()?.label ?? null });
}
