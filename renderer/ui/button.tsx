import type { ReactNode } from "react";

export interface ButtonProps {
  readonly children: ReactNode;
  onClick(): void;
  /** `primary`: one a screen. `chip`: the quiet bordered kind. `link`: accent text. */
  readonly kind?: "primary" | "chip" | "link";
  readonly disabled?: boolean;
  /** Why it is disabled or what it does, as a tooltip. */
  readonly title?: string;
}

export function Button({ children, onClick, disabled, title }: ButtonProps) {
  return (
    <button onClick={onClick} disabled={disabled} title={title}>
      {children}
    </button>
  );
}
