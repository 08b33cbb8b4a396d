import { useEffect, useRef } from "react";
import { period, shiftPeriod } from "../../core/base/period.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import { ROOMS, goTo, placeHref } from "../platform/place.ts";
import { setView, useView } from "../storage/view-store.ts";
import { currentWorkspace } from "../storage/workspace-store.ts";
import { redoNow, undoNow } from "./undo-now.ts";

export interface ShortcutActions {
  onSearch(): void;
  onHelp(): void;
}

/** The keys that work everywhere. Plain keys are left alone while a field, a grid or a dialog has the focus. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const done =
        event.ctrlKey || event.metaKey
          ? pressCommand(event, latest.current)
          : pressPlain(event, latest.current);
      if (done) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function pressCommand(event: KeyboardEvent, actions: ShortcutActions): boolean {
  if (event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "k") {
    actions.onSearch();
    return true;
  }
  if (isTyping(event.target) || isInDialog(event.target)) return false;
  if (key === "z") (event.shiftKey ? redoNow : undoNow)();
  else if (key === "y") redoNow();
  else return false;
  return true;
}

function pressPlain(event: KeyboardEvent, actions: ShortcutActions): boolean {
  if (event.altKey || isTyping(event.target) || isInDialog(event.target) || isInGrid(event.target))
    return false;
  if (/^[0-9]$/.test(event.key)) {
    const room = ROOMS[Number(event.key) - 1];
    goTo(placeHref(room ?? "home"));
    return true;
  }
  if (event.key === "[" || event.key === "]") stepPeriod(event.key === "[" ? -1 : 1);
  else if (event.key === "/") actions.onSearch();
  else if (event.key === "?") actions.onHelp();
  else return false;
  return true;
}

function stepPeriod(by: number): void {
  const { fiscalStart } = settingsOf(currentWorkspace());
  const shown = period(useView.getState().periodId, fiscalStart);
  setView({ periodId: shiftPeriod(shown, by, fiscalStart).id });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function isInGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=grid]") !== null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog, [popover]") !== null;
}
