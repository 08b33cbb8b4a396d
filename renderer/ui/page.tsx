import type { ReactNode } from "react";
import "./page.css";

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
export function Page({ tabs, activeTab, tools, hint, children }: PageProps) {
  return (
    <div className="page">
      {tabs && tabs.length > 0 && (
        <nav className="page-tabs">
          {tabs.map((tab) => (
            <a key={tab.key} href={tab.href} aria-current={tab.key === activeTab ? "page" : undefined}>
              {tab.label}
            </a>
          ))}
        </nav>
      )}
      {(tools !== undefined || hint !== undefined) && (
        <div className="page-tools">
          {tools}
          {hint !== undefined && <p className="page-hint">{hint}</p>}
        </div>
      )}
      {children}
    </div>
  );
}
