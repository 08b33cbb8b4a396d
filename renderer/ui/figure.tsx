import type { Explanation } from "../../core/base/explain.ts";
import type { Quantity } from "../../core/base/message.ts";
import { useExplain } from "./explain-context.tsx";
import { useWords } from "./words-context.tsx";

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
}

/** A number that can explain itself. Every figure on every screen is one of these. */
export function Figure({ quantity, explain, form = "short" }: FigureProps) {
  const words = useWords();
  const open = useExplain();
  const text = words.quantity(quantity, form);
  return explain ? <button onClick={() => open(explain)}>{text}</button> : <span>{text}</span>;
}
