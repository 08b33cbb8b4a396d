import { Fragment } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../ui/words-context.tsx";

const MARK = "\u0001";

/** A sentence of the dictionary with fields where its parameters stand, in the order of the reader's language. */
export function Sentence(props: {
  readonly of: string;
  readonly slots: Readonly<Record<string, ReactNode>>;
}) {
  const words = useWords();
  const marks = Object.fromEntries(Object.keys(props.slots).map((key) => [key, MARK + key + MARK]));
  const parts = words.text(props.of, marks).split(MARK);
  return (
    <span className="sentence">
      {parts.map((part, at) => (
        <Fragment key={at}>{at % 2 === 0 ? part : props.slots[part]}</Fragment>
      ))}
    </span>
  );
}
