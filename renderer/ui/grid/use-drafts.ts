import { useCallback, useRef, useState } from "react";
import type { GridEdit, GridProblem, GridProps } from "../grid.tsx";
import { useWords } from "../words-context.tsx";

/** A text that was entered and is not in the data: on its way, or refused with a reason. */
export interface Draft extends GridEdit {
  readonly refused?: boolean;
  readonly problem?: string;
}

export type Drafts = ReadonlyMap<string, Draft>;

/** The key of a cell by what it shows, so that drafts stay with their row when rows move. */
export function cellKey(rowKey: string, columnKey: string): string {
  return `${rowKey}\n${columnKey}`;
}

const NONE: Drafts = new Map();

/** Sends edits to `onEdit` and keeps what is not yet, or not, taken over. A gesture that touches refused texts sends
 * all of them again, so that a pasted block goes in whole once its wrong cells are mended. */
export function useDrafts(onEdit: GridProps<never>["onEdit"]) {
  const words = useWords();
  const [drafts, setDrafts] = useState<Drafts>(NONE);
  const latest = useRef(drafts);
  const replace = useCallback((next: Drafts) => {
    latest.current = next;
    setDrafts(next);
  }, []);

  const submit = useCallback(
    async (edits: readonly GridEdit[]): Promise<readonly GridProblem[]> => {
      if (!onEdit || edits.length === 0) return [];
      const gesture = withRefused(latest.current, edits);
      replace(merge(latest.current, gesture, {}));
      const problems = await onEdit(gesture);
      if (problems.length === 0) {
        replace(without(latest.current, gesture));
        return problems;
      }
      const said = new Map(
        problems.map((found) => [cellKey(found.rowKey, found.columnKey), words.say(found.message)]),
      );
      replace(merge(latest.current, gesture, { refused: true, said }));
      return problems;
    },
    [onEdit, replace, words],
  );
  const drop = useCallback(() => replace(NONE), [replace]);
  const dropOne = useCallback((edit: GridEdit) => replace(without(latest.current, [edit])), [replace]);
  return { drafts, submit, drop, dropOne };
}

function withRefused(drafts: Drafts, edits: readonly GridEdit[]): readonly GridEdit[] {
  const touched = edits.some((edit) => drafts.get(cellKey(edit.rowKey, edit.columnKey))?.refused);
  if (!touched) return edits;
  const byKey = new Map<string, GridEdit>();
  for (const [key, draft] of drafts) {
    if (draft.refused) byKey.set(key, { rowKey: draft.rowKey, columnKey: draft.columnKey, text: draft.text });
  }
  for (const edit of edits) byKey.set(cellKey(edit.rowKey, edit.columnKey), edit);
  return [...byKey.values()];
}

function merge(
  drafts: Drafts,
  edits: readonly GridEdit[],
  state: { readonly refused?: boolean; readonly said?: ReadonlyMap<string, string> },
): Drafts {
  const next = new Map(drafts);
  for (const edit of edits) {
    const key = cellKey(edit.rowKey, edit.columnKey);
    const problem = state.said?.get(key);
    next.set(key, {
      ...edit,
      ...(state.refused ? { refused: true } : {}),
      ...(problem === undefined ? {} : { problem }),
    });
  }
  return next;
}

function without(drafts: Drafts, edits: readonly GridEdit[]): Drafts {
  const next = new Map(drafts);
  for (const edit of edits) next.delete(cellKey(edit.rowKey, edit.columnKey));
  return next.size === 0 ? NONE : next;
}
