export interface EmptyStateProps {
  readonly title: string;
  /** What belongs here. */
  readonly text: string;
  /** The first step; the first is the primary one. */
  readonly actions?: readonly { readonly label: string; onClick(): void }[];
}

/** What an empty place says: what belongs here, and the first step. */
export function EmptyState({ title, text }: EmptyStateProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}
