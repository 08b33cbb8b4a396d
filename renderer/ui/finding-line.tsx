import type { Tone } from "./figure.tsx";

export interface FindingLineProps {
  readonly tone: Tone;
  readonly text: string;
  /** Why it matters, on a second line. */
  readonly reason?: string;
  readonly actions: readonly { readonly label: string; onClick(): void }[];
}

/** One finding where it arises, with its repairs beside it. */
export function FindingLine({ text, actions }: FindingLineProps) {
  return (
    <p>
      {text}
      {actions.map((action) => (
        <button key={action.label} onClick={action.onClick}>
          {action.label}
        </button>
      ))}
    </p>
  );
}
