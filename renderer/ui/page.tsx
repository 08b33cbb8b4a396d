import type { ReactNode } from "react";

export interface PageTab {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

export interface PageProps {
  /** The room's own places, as tabs under the top bar. */
  readonly tabs?: readonly PageTab[];
  readonly activeTab?: string;
  /** Buttons and choices on the left of the tool line; one primary action at most. */
  readonly tools?: ReactNode;
  /** A quiet line on the right of the tool line: units, keys. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** The body of a room: tabs, tool line, content. The shell draws rail and top bar around it. */
export function Page({ tools, children }: PageProps) {
  return (
    <div>
      {tools}
      {children}
    </div>
  );
}
