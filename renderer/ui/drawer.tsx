import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useWords } from "./words-context.tsx";
import "./drawer.css";

export interface DrawerProps {
  readonly open: boolean;
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: number;
  /** Stands before the title: a way back. */
  readonly lead?: ReactNode;
}

/** A panel from the right for one thing's details; Esc closes it, focus returns to where it came from. */
export function Drawer(props: DrawerProps) {
  return props.open ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer({ title, onClose, children, footer, width = 480, lead }: DrawerProps) {
  const words = useWords();
  const titleId = useId();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="drawer"
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="drawer-sheet">
        <header className="drawer-head">
          {lead}
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <Button
            kind="link"
            onClick={onClose}
            label={words.text("base.close")}
            title={words.text("base.close")}
          >
            <span aria-hidden className="drawer-close">
              ✕
            </span>
          </Button>
        </header>
        <div className="drawer-body">{children}</div>
        {footer !== undefined && <footer className="drawer-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}

/** Opens the dialog above everything when it is drawn; the focus goes back to where it was when it goes. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
