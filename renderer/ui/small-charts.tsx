import type { Tone } from "./figure.tsx";
import "./small-charts.css";

const COLOR_BY_TONE: Readonly<Record<Tone, string>> = {
  ahead: "var(--ahead)",
  "on-pace": "var(--ink2)",
  behind: "var(--behind)",
  "at-risk": "var(--risk)",
  muted: "var(--ink2)",
};

/** A thin bar: how much of the whole is reached, with a mark where it should be by now. Fractions of 1. */
export function PaceBar(props: {
  readonly share: number;
  readonly mark?: number;
  readonly tone?: Tone;
  readonly label: string;
}) {
  const { share, mark, tone = "on-pace", label } = props;
  return (
    <div className="pace-bar" role="img" aria-label={label}>
      <b style={{ width: percent(share), background: COLOR_BY_TONE[tone] }} />
      {mark !== undefined && <u style={{ left: percent(mark) }} />}
    </div>
  );
}

/** A line over equal steps, with an optional dashed line for the target. Zero baseline. */
export function Spark(props: {
  readonly values: readonly (number | null)[];
  readonly target?: readonly number[];
  readonly label: string;
  readonly height?: number;
}) {
  const { values, target = [], label, height = 46 } = props;
  const steps = Math.max(values.length, target.length, 2) - 1;
  const known = [...values.filter((value) => value !== null), ...target];
  const top = Math.max(1e-9, ...known);
  const bottom = Math.min(0, ...known);
  const at = (value: number, index: number): string =>
    `${round((index / steps) * 100)},${round(height - 2 - ((value - bottom) / (top - bottom)) * (height - 4))}`;
  return (
    <svg
      className="small-chart"
      role="img"
      aria-label={label}
      viewBox={`0 0 100 ${height}`}
      height={height}
      preserveAspectRatio="none"
    >
      {target.length > 1 && <polyline className="spark-target" points={target.map(at).join(" ")} />}
      {runsOf(values).map((run) => (
        <polyline
          key={run.start}
          className="spark-line"
          points={run.values.map((value, index) => at(value, run.start + index)).join(" ")}
        />
      ))}
    </svg>
  );
}

/** Bars side by side, each with its tone; zero baseline. */
export function Bars(props: {
  readonly bars: readonly { readonly value: number; readonly tone?: Tone; readonly label: string }[];
  readonly label: string;
  readonly height?: number;
}) {
  const { bars, label, height = 46 } = props;
  const top = Math.max(1e-9, ...bars.map((bar) => bar.value));
  const step = 100 / Math.max(bars.length, 1);
  return (
    <svg
      className="small-chart"
      role="img"
      aria-label={label}
      viewBox={`0 0 100 ${height}`}
      height={height}
      preserveAspectRatio="none"
    >
      {bars.map((bar, index) => {
        const tall = (Math.max(0, bar.value) / top) * height;
        return (
          <rect
            key={`${bar.label}-${index}`}
            x={round(index * step + step * 0.12)}
            width={round(step * 0.66)}
            y={round(height - tall)}
            height={round(tall)}
            fill={COLOR_BY_TONE[bar.tone ?? "on-pace"]}
            opacity={bar.tone === undefined || bar.tone === "on-pace" || bar.tone === "muted" ? 0.6 : 0.9}
          >
            <title>{bar.label}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** Shares of one whole, in shades. */
export function Segments(props: {
  readonly segments: readonly { readonly value: number; readonly tone?: Tone; readonly label: string }[];
  readonly label: string;
}) {
  const shown = props.segments.filter((segment) => segment.value > 0);
  return (
    <div className="segments" role="img" aria-label={props.label}>
      {shown.map((segment, index) => (
        <b
          key={`${segment.label}-${index}`}
          title={segment.label}
          style={{
            flex: segment.value,
            background: COLOR_BY_TONE[segment.tone ?? "on-pace"],
            opacity: shadeOf(segment.tone, index, shown.length),
          }}
        />
      ))}
    </div>
  );
}

function shadeOf(tone: Tone | undefined, index: number, count: number): number {
  if (tone === "muted") return 0.25;
  if (tone !== undefined) return 1;
  return count === 1 ? 0.6 : 0.35 + (0.6 * index) / (count - 1);
}

interface Run {
  readonly start: number;
  readonly values: number[];
}

/** The stretches without a gap. */
function runsOf(values: readonly (number | null)[]): readonly Run[] {
  const runs: Run[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last && last.start + last.values.length === index) last.values.push(value);
    else runs.push({ start: index, values: [value] });
  });
  return runs;
}

function percent(share: number): string {
  return `${round(Math.min(1, Math.max(0, share)) * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
