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

/** Some are fetched when they are first opened. */
const PAGES = {
  backup: BackupPage,
  share: lazy(async () => ({ default: (await import("./share/share-page.tsx")).SharePage })),
  merge: lazy(async () => ({ default: (await import("./merge/merge-page.tsx")).MergePage })),
  person: lazy(async () => ({ default: (await import("./person/person-page.tsx")).PersonPage })),
  health: lazy(async () => ({ default: (await import("./health-page.tsx")).HealthPage })),
  journal: JournalPage,
  settings: SettingsPage,
  updates: lazy(async () => ({ default: (await import("./updates-page.tsx")).UpdatesPage })),
  about: lazy(async () => ({ default: (await import("./about-page.tsx")).AboutPage })),
} as const;

type Tab = keyof typeof PAGES;
const TABS = Object.keys(PAGES) as readonly Tab[];

/** The room of the records: one page for each tab. */
export function VaultRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const active = TABS.find((tab) => tab === path) ?? "backup";
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
  const Place = PAGES[active];
  return (
    <Suspense fallback={waiting}>
      <Place tabs={tabs} />
    </Suspense>
  );
}
