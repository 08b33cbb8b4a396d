import type { Explanation } from "../../core/base/explain.ts";
import type { Quantity } from "../../core/base/message.ts";
import { useExplain } from "./explain-context.tsx";
import { usePressableTabIndex } from "./in-cell-context.tsx";
import { SIGN_BY_TONE } from "./tone-sign.ts";
import { useWords } from "./words-context.tsx";
import "./figure.css";

export type Tone = "ahead" | "on-pace" | "behind" | "at-risk" | "muted";

export interface FigureProps {
  readonly quantity: Quantity;
  /** When given, the figure is a button that opens its explanation. */
  readonly explain?: () => Explanation;
  /** State is shown by colour and by sign: ▲ ahead, ▼ behind, ● at risk. */
  readonly tone?: Tone;
  /** The state in words, for screen readers and as a tooltip. */
  readonly toneLabel?: string;
  readonly size?: "body" | "headline";
  readonly form?: "short" | "full";
  /** Shown in place of the quantity's own text, where a table says the unit once for all. */
  readonly text?: string;
  /** Why there is no value; shown with the dash. */
  readonly reason?: string;
}

/** A number that can explain itself. Every figure on every screen is one of these. */
export function Figure(props: FigureProps) {
  const { quantity, explain, tone = "on-pace", toneLabel, size = "body", form = "short", reason } = props;
  const words = useWords();
  const open = useExplain();
  const tabIndex = usePressableTabIndex();
  const text = props.text ?? words.quantity(quantity, form);
  const full = words.quantity(quantity, "full");
  const missing = quantity.value === null ? reason : undefined;
  const more = full === text ? undefined : full;
  const tip = [more, toneLabel, missing].filter(Boolean).join(" · ") || undefined;
  const className = `figure tone-${tone}${size === "headline" ? " headline" : ""}`;
  const content = (
    <>
      {text}
      {SIGN_BY_TONE[tone] !== "" && (
        <span className="figure-sign" aria-hidden>
          {SIGN_BY_TONE[tone]}
        </span>
      )}
      {toneLabel !== undefined && <span className="unseen"> {toneLabel}</span>}
      {missing !== undefined && <span className="unseen"> {missing}</span>}
    </>
  );
  if (!explain) {
    return (
      <span className={className} data-tip={tip}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      aria-description={more}
      data-tip={tip}
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.stopPropagation();
        open(explain);
      }}
    >
      {content}
    </button>
  );
}
