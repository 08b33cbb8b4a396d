import type { Explanation } from "../../core/base/explain.ts";
import type { Message, Quantity } from "../../core/base/message.ts";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure.tsx";
import { useWords } from "./words-context.tsx";

/** A figure as the rules give it: a value or the reason why there is none, how much it rests on, and how it came about. */
export interface ExplainedValue {
  readonly value: Quantity;
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** A figure of the rules on the screen: "—" says why at a touch, and every one of them opens its explanation. */
export function ExplainedFigure(props: {
  readonly of: ExplainedValue;
  readonly size?: NonNullable<FigureProps["size"]>;
  readonly form?: NonNullable<FigureProps["form"]>;
}) {
  const words = useWords();
  const { value, note, explain } = props.of;
  return (
    <Figure
      quantity={value}
      explain={() => explain()}
      {...(props.size === undefined ? {} : { size: props.size })}
      {...(props.form === undefined ? {} : { form: props.form })}
      {...(value.value === null && note ? { reason: words.say(note) } : {})}
    />
  );
}
