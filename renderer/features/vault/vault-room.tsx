import { lazy, Suspense } from "react";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BackupPage } from "./backup-page.tsx";
import { JournalPage } from "./journal-page.tsx";
import { SettingsPage } from "./settings-page.tsx";
import "./vault.css";

const LAZY = {
  share: lazy(async () => ({ default: (await import("./share/share-page.tsx")).SharePage })),
  merge: lazy(async () => ({ default: (await import("./merge/merge-page.tsx")).MergePage })),
  person: lazy(async () => ({ default: (await import("./person/person-page.tsx")).PersonPage })),
};

const TABS = ["backup", "share", "merge", "person", "journal", "settings"] as const;
type Tab = (typeof TABS)[number];

/** The room of the records: `backup`, `share`, `merge`, `person`, `journal`, `settings`. */
export function VaultRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const active: Tab = TABS.find((tab) => tab === path) ?? "backup";
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`vault.tab.${key}`),
    href: placeHref("vault", key),
  }));
  if (active === "share" || active === "merge" || active === "person") {
    const Lazy = LAZY[active];
    return (
      <Suspense>
        <Lazy tabs={tabs} />
      </Suspense>
    );
  }
  if (active === "journal") return <JournalPage tabs={tabs} />;
  if (active === "settings") return <SettingsPage tabs={tabs} />;
  return <BackupPage tabs={tabs} />;
}
