import { EmptyState } from "../../ui/empty-state.tsx";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { UpdateSourceCard } from "./update-source-card.tsx";
import { UpdateStateCard } from "./update-state-card.tsx";
import "./updates.css";
import { useUpdates } from "./use-updates.ts";

/** Where updates come from, and what there is to install. */
export function UpdatesPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const updates = useUpdates();
  return (
    <Page tabs={tabs} activeTab="updates" hint={words.text("vault.update.hint")}>
      {updates === null ? (
        <EmptyState
          title={words.text("vault.update.browser-title")}
          text={words.text("vault.update.browser-text")}
        />
      ) : updates.state === null ? (
        <LateSkeleton />
      ) : (
        <div className="vault-columns">
          <UpdateStateCard state={updates.state} updates={updates} />
          <UpdateSourceCard state={updates.state} updates={updates} />
        </div>
      )}
    </Page>
  );
}
