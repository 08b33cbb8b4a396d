import type { DealMark, DealState } from "../../../core/customer/deal-marks.ts";
import type { Words } from "../../../core/words/words.ts";
import type { Tone } from "../../ui/figure.tsx";
import { SIGN_BY_TONE } from "../../ui/tone-sign.ts";
import { useWords } from "../../ui/words-context.tsx";

const TONE: Readonly<Record<DealMark, Tone>> = {
  overdue: "at-risk",
  stalled: "behind",
  slipped: "behind",
  "no-next-step": "muted",
};

/** Days in stage and what a deal warns of, each in a word with its colour and sign. */
export function DealMarks({ state }: { readonly state: DealState }) {
  const words = useWords();
  return (
    <span className="deal-marks" title={marksText(words, state)}>
      {state.age !== null && <span>{ageText(words, state)}</span>}
      {state.marks.map((mark) => (
        <em key={mark} className={`tone-${TONE[mark]}`}>
          {words.text(`customer.board.mark.${mark}`)}
          <i aria-hidden>{SIGN_BY_TONE[TONE[mark]]}</i>
        </em>
      ))}
    </span>
  );
}

/** How long a deal stands in its stage; a day that history does not tell of is the most it can be. */
export function ageText(words: Words, { age }: DealState): string {
  if (age === null) return "";
  return words.text(age.isExact ? "customer.board.days" : "customer.board.days-at-most", { count: age.days });
}

/** The marks as text, for tables and files. */
export function marksText(words: Words, { marks }: DealState): string {
  return marks.map((mark) => words.text(`customer.board.mark.${mark}`)).join(" · ");
}
