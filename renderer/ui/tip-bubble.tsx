import Popper from "@mui/material/Popper";
import { FieldTheme } from "./field-theme.tsx";
import { TIP_CLASS } from "./follow-tips.ts";
import "./tip.css";

export interface TipBubbleProps {
  readonly anchor: HTMLElement;
  readonly text: string;
}

/** Stands at its part, inside the dialog when the part is there: a modal dialog covers everything else. For the eye alone:
 * who listens has the same words from the part itself. */
export function TipBubble({ anchor, text }: TipBubbleProps) {
  return (
    <FieldTheme>
      <Popper
        open
        aria-hidden
        anchorEl={anchor}
        container={anchor.closest("dialog") ?? document.body}
        placement="top"
        className={TIP_CLASS}
      >
        <p>{text}</p>
      </Popper>
    </FieldTheme>
  );
}
