import { Button } from "./button.tsx";
import type { Tone } from "./figure.tsx";
import { SIGN_BY_TONE } from "./tone-sign.ts";
import "./finding-line.css";

export interface FindingLineProps {
  readonly tone: Tone;
  readonly text: string;
  /** Why it matters, on a second line. */
  readonly reason?: string;
  readonly actions: readonly { readonly label: string; onClick(): void }[];
}

/** One finding where it arises, with its repairs beside it. */
export function FindingLine({ tone, text, reason, actions }: FindingLineProps) {
  return (
    <div className={`finding-line line-${tone}`}>
      <div className="finding-text">
        <p className={`tone-${tone}`}>
          {SIGN_BY_TONE[tone] !== "" && <span aria-hidden>{SIGN_BY_TONE[tone]} </span>}
          {text}
        </p>
        {reason !== undefined && <p className="finding-reason">{reason}</p>}
      </div>
      {actions.map((action) => (
        <Button key={action.label} kind="link" onClick={action.onClick}>
          {action.label}
        </Button>
      ))}
    </div>
  );
}
