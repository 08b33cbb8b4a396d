import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BackupPage } from "./backup-page.tsx";
import { HealthPage } from "./health-page.tsx";
import { JournalPage } from "./journal-page.tsx";
import { SettingsPage } from "./settings-page.tsx";
import "./vault.css";

const TABS = ["backup", "health", "journal", "settings"] as const;
type Tab = (typeof TABS)[number];

/** The room of the records: `backup`, `health`, `journal`, `settings`. */
export function VaultRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const active: Tab = TABS.find((tab) => tab === path) ?? "backup";
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`vault.tab.${key}`),
    href: placeHref("vault", key),
  }));
  if (active === "health") return <HealthPage tabs={tabs} />;
  if (active === "journal") return <JournalPage tabs={tabs} />;
  if (active === "settings") return <SettingsPage tabs={tabs} />;
  return <BackupPage tabs={tabs} />;
}
