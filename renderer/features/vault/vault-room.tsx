import { lazy, Suspense } from "react";
import { placeHref } from "../../platform/place.ts";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BackupPage } from "./backup-page.tsx";
import { JournalPage } from "./journal-page.tsx";
import { SettingsPage } from "./settings-page.tsx";
import "./vault.css";

const TABS = ["backup", "journal", "settings", "updates", "about"] as const;
type Tab = (typeof TABS)[number];

/** Fetched when they are first opened. */
const UpdatesPage = lazy(async () => ({ default: (await import("./updates-page.tsx")).UpdatesPage }));
const AboutPage = lazy(async () => ({ default: (await import("./about-page.tsx")).AboutPage }));

/** The room of the records: one page for each tab. */
export function VaultRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const active: Tab = TABS.find((tab) => tab === path) ?? "backup";
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`vault.tab.${key}`),
    href: placeHref("vault", key),
  }));
  const waiting = (
    <Page tabs={tabs} activeTab={active}>
      <LateSkeleton />
    </Page>
  );
  return (
    <Suspense fallback={waiting}>
      <VaultPlace active={active} tabs={tabs} />
    </Suspense>
  );
}

function VaultPlace({ active, tabs }: { readonly active: Tab; readonly tabs: readonly PageTab[] }) {
  if (active === "journal") return <JournalPage tabs={tabs} />;
  if (active === "settings") return <SettingsPage tabs={tabs} />;
  if (active === "updates") return <UpdatesPage tabs={tabs} />;
  if (active === "about") return <AboutPage tabs={tabs} />;
  return <BackupPage tabs={tabs} />;
}
