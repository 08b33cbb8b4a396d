import { Button } from "./button.tsx";
import "./empty-state.css";

export interface EmptyStateProps {
  readonly title: string;
  /** What belongs here. */
  readonly text: string;
  /** The first step; the first is the primary one. */
  readonly actions?: readonly { readonly label: string; onClick(): void }[];
}

/** What an empty place says: what belongs here, and the first step. */
export function EmptyState({ title, text, actions }: EmptyStateProps) {
  return (
    <section className="empty-state">
      <span className="empty-sign" aria-hidden>
        {Array.from({ length: 9 }, (_, index) => (
          <i key={index} />
        ))}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {actions && actions.length > 0 && (
        <div className="empty-actions">
          {actions.map((action, index) => (
            <Button key={action.label} kind={index === 0 ? "primary" : "chip"} onClick={action.onClick}>
              {action.label}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
