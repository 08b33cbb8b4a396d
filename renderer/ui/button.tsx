import type { ReactNode } from "react";
import { usePressableTabIndex } from "./in-cell-context.tsx";
import "./button.css";

export interface ButtonProps {
  readonly children: ReactNode;
  onClick(): void;
  /** `primary`: one a screen. `chip`: the quiet bordered kind. `link`: accent text. */
  readonly kind?: "primary" | "chip" | "link";
  readonly disabled?: boolean;
  /** Why it is disabled or what it does, as a tooltip. */
  readonly title?: string;
  /** Name for screen readers where the content is a sign. */
  readonly label?: string;
  /** Shown as held down: a choice that is on. */
  readonly pressed?: boolean;
}

/** Something to press. A disabled one keeps its place in the tab order, so that its reason can be read. */
export function Button({ children, onClick, kind = "chip", disabled, title, label, pressed }: ButtonProps) {
  const tabIndex = usePressableTabIndex();
  return (
    <button
      type="button"
      className={`button ${kind}`}
      aria-disabled={disabled || undefined}
      aria-label={label}
      aria-pressed={pressed}
      tabIndex={tabIndex}
      aria-description={title === label ? undefined : title}
      data-tip={title}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
