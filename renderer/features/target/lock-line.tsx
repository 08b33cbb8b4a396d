import { goTo, placeHref } from "../../platform/place.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TargetTable } from "./use-target-table.ts";

/** Says that the targets are locked, or were opened and wait to be locked again; nothing where they never were. */
export function LockLine(props: {
  readonly table: TargetTable;
  readonly isVersionsPage?: boolean;
  onLock(): void;
  onUnlock(): void;
}) {
  const { table, onLock, onUnlock } = props;
  const words = useWords();
  const { lock } = table;
  if (!lock) return null;
  const { opened, versions } = lock;
  const what = { year: String(lock.year), kpi: words.name(table.kpi.name) };
  const toVersions = {
    label: words.text("target.lock.see"),
    onClick: () => goTo(placeHref("target", "versions")),
  };
  const seen = props.isVersionsPage ? [] : [toVersions];
  return opened ? (
    <FindingLine
      tone="behind"
      text={words.text("target.lock.opened", {
        ...what,
        day: { day: opened.on },
        reason: opened.reason,
        next: versions.length + 1,
      })}
      actions={[{ label: words.text("target.lock.again"), onClick: onLock }, ...seen]}
    />
  ) : (
    <FindingLine
      tone="muted"
      text={words.text(versions.length === 0 ? "target.lock.stands" : "target.lock.stands.versions", {
        ...what,
        day: { day: lock.on },
        count: versions.length,
      })}
      actions={[...seen, { label: words.text("target.lock.open"), onClick: onUnlock }]}
    />
  );
}
