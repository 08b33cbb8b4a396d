import type { Tone } from "./figure.tsx";

/** A thin bar: how much of the whole is reached, with a mark where it should be by now. Fractions of 1. */
export function PaceBar(props: {
  readonly share: number;
  readonly mark?: number;
  readonly tone?: Tone;
  readonly label: string;
}) {
  return <div role="img" aria-label={props.label} />;
}

/** A line over equal steps, with an optional dashed line for the target. Zero baseline. */
export function Spark(props: {
  readonly values: readonly (number | null)[];
  readonly target?: readonly number[];
  readonly label: string;
  readonly height?: number;
}) {
  return <svg role="img" aria-label={props.label} />;
}

/** Bars side by side, each with its tone; zero baseline. */
export function Bars(props: {
  readonly bars: readonly { readonly value: number; readonly tone?: Tone; readonly label: string }[];
  readonly label: string;
  readonly height?: number;
}) {
  return <svg role="img" aria-label={props.label} />;
}

/** Shares of one whole, in shades. */
export function Segments(props: {
  readonly segments: readonly { readonly value: number; readonly tone?: Tone; readonly label: string }[];
  readonly label: string;
}) {
  return <div role="img" aria-label={props.label} />;
}
