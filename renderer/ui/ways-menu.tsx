import { useId } from "react";
import type { KeyboardEvent } from "react";
import { useModal } from "./drawer.tsx";
import "./ways-menu.css";

/** One way on: what it is called, and in a quieter line what it does. */
export interface Way {
  readonly label: string;
  readonly hint?: string;
  onPick(): void;
}

export interface WaysMenuProps {
  /** What is to be decided. */
  readonly title: string;
  readonly ways: readonly Way[];
  /** The keys, in the last line. */
  readonly foot: string;
  /** The place that it is about: the menu stands below it. */
  readonly near: Pick<DOMRect, "left" | "bottom">;
  /** Esc, or a click beside it. */
  onClose(): void;
}

const WIDTH = 340;
const HEAD_HEIGHT = 60;
const WAY_HEIGHT = 54;

/** A small choice where it arises: arrows and Enter, or the number of a way. */
export function WaysMenu({ title, ways, foot, near, onClose }: WaysMenuProps) {
  const titleId = useId();
  const dialog = useModal();
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(dialog.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const numbered = ways[Number(event.key) - 1];
    if (step !== 0) items[(at + step + items.length) % items.length]?.focus();
    else if (numbered && !event.ctrlKey && !event.metaKey && !event.altKey) numbered.onPick();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const height = HEAD_HEIGHT + WAY_HEIGHT * ways.length;
  return (
    <dialog
      ref={dialog}
      className="ways-menu"
      aria-labelledby={titleId}
      style={{
        width: WIDTH,
        left: `min(${near.left}px, calc(100vw - ${WIDTH + 8}px))`,
        top: `max(8px, min(${near.bottom + 4}px, calc(100dvh - ${height + 8}px)))`,
      }}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="ways-body">
        <p id={titleId}>{title}</p>
        <div role="menu" aria-labelledby={titleId}>
          {ways.map((way, index) => (
            <button
              type="button"
              role="menuitem"
              key={way.label}
              className="way"
              onClick={() => way.onPick()}
            >
              <kbd aria-hidden>{index + 1}</kbd>
              <span>
                {way.label}
                {way.hint !== undefined && <small>{way.hint}</small>}
              </span>
            </button>
          ))}
        </div>
        <p className="ways-foot">{foot}</p>
      </div>
    </dialog>
  );
}
