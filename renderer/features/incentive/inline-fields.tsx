import { useId, useState } from "react";
import { currencyDigits, money, moneyToDecimal } from "../../../core/base/money.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Message } from "../../../core/base/message.ts";
import { useWords } from "../../ui/words-context.tsx";
import { readAmount, readPercent } from "./read-amount.ts";

/** Answers with what is wrong, or `null` when the value was taken. */
export type InlineCommit<T> = (value: T) => Promise<string | null> | string | null;

interface InlineProps<T> {
  /** Name for screen readers: the sentence around it says the rest. */
  readonly label: string;
  readonly value: T;
  readonly onCommit: InlineCommit<T>;
}

/** An amount inside a sentence: typed in main units, with 万 and k where people use them. */
export function InlineAmount({ label, value, onCommit }: InlineProps<number>) {
  const { currency, locale } = useWords();
  return (
    <InlineText
      label={label}
      text={amountText(value, currency, locale)}
      read={(text) => readAmount(text, currency)}
      onCommit={onCommit}
    />
  );
}

/** A percentage inside a sentence, in ppm. */
export function InlinePercent({ label, value, onCommit }: InlineProps<number>) {
  return <InlineText label={label} text={`${value / 10_000}%`} read={readPercent} onCommit={onCommit} />;
}

/** A plain number inside a sentence. */
export function InlineNumber({ label, value, onCommit }: InlineProps<number>) {
  return (
    <InlineText
      label={label}
      text={String(value)}
      read={(text) => {
        const read = readPercent(text);
        return read.ok ? { ok: true, value: read.value / 10_000 } : read;
      }}
      onCommit={onCommit}
    />
  );
}

/** A name inside a sentence. */
export function InlineName({ label, value, onCommit }: InlineProps<string>) {
  return (
    <InlineText
      label={label}
      text={value}
      isName
      read={(text) => ({ ok: true, value: text.trim().slice(0, 200) })}
      onCommit={onCommit}
    />
  );
}

function InlineText<T>(props: {
  readonly label: string;
  readonly text: string;
  readonly isName?: boolean;
  read(text: string): Result<T, Message>;
  readonly onCommit: InlineCommit<T>;
}) {
  const words = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? props.text;
  const commit = async () => {
    if (typed === null) return;
    if (typed === props.text) return takeBack();
    const read = props.read(typed);
    const found = read.ok ? await props.onCommit(read.value) : words.say(read.error);
    setProblem(found);
    if (found === null) setTyped(null);
  };
  const takeBack = () => {
    setTyped(null);
    setProblem(null);
  };
  return (
    <span className="inline-field">
      <input
        className={props.isName ? "inline-input is-name" : "inline-input"}
        aria-label={props.label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : id}
        autoComplete="off"
        style={{ width: `${widthOf(shown)}ch` }}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") void commit();
          if (event.key === "Escape" && typed !== null) {
            event.stopPropagation();
            takeBack();
          }
        }}
      />
      {problem !== null && (
        <span id={id} role="alert" className="inline-problem">
          {problem}
        </span>
      )}
    </span>
  );
}

export interface InlineSelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onCommit: InlineCommit<T>;
}

/** A choice inside a sentence. */
export function InlineSelect<T extends string>({ label, value, options, onCommit }: InlineSelectProps<T>) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <span className="inline-field">
      <select
        className="inline-input"
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : id}
        value={value}
        onChange={(event) =>
          void Promise.resolve(onCommit(event.target.value as T)).then((found) => setProblem(found))
        }
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {problem !== null && (
        <span id={id} role="alert" className="inline-problem">
          {problem}
        </span>
      )}
    </span>
  );
}

/** A day inside a sentence. */
export function InlineDay({ label, value, onCommit }: InlineProps<string>) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <span className="inline-field">
      <input
        type="date"
        className="inline-input"
        aria-label={label}
        value={value}
        onChange={(event) => {
          if (event.target.value !== "") {
            void Promise.resolve(onCommit(event.target.value)).then((found) => setProblem(found));
          }
        }}
      />
      {problem !== null && (
        <span role="alert" className="inline-problem">
          {problem}
        </span>
      )}
    </span>
  );
}

/** As it can be typed back: grouped, without digits that say nothing. */
function amountText(value: number, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const isWhole = value % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: isWhole ? 0 : digits }).format(
    moneyToDecimal(money(value), currency) as `${number}`,
  );
}

/** Han characters are as wide as two digits. */
function widthOf(text: string): number {
  const wide = [...text].filter((sign) => sign > "\u2e80").length;
  return Math.max(4, text.length + wide + 2);
}
