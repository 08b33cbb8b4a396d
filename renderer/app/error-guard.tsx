import { Component } from "react";
import type { ReactNode } from "react";
import { placeHref, goTo } from "../platform/place.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../ui/words-context.tsx";
import { saveBackupNow } from "./save-backup.ts";

interface GuardState {
  readonly error: Error | null;
}

/** Catches what breaks while a page is drawn: the data stays in memory, and a backup can be saved from here. */
export class ErrorGuard extends Component<{ readonly children: ReactNode }, GuardState> {
  override state: GuardState = { error: null };

  static getDerivedStateFromError(error: unknown): GuardState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <BrokenPage error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function BrokenPage({ error, onRetry }: { readonly error: Error; onRetry(): void }) {
  const words = useWords();
  return (
    <section className="broken-page" role="alert">
      <h2>{words.text("app.error.title")}</h2>
      <p>{words.text("app.error.text")}</p>
      <div className="broken-actions">
        <Button kind="primary" onClick={onRetry}>
          {words.text("app.error.again")}
        </Button>
        <Button onClick={() => void saveBackupNow(words)}>{words.text("app.error.backup")}</Button>
        <Button
          onClick={() => {
            goTo(placeHref("home"));
            onRetry();
          }}
        >
          {words.text("app.error.home")}
        </Button>
      </div>
      <details>
        <summary>{words.text("app.error.detail")}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </section>
  );
}
