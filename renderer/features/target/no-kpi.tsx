import { goTo, placeHref } from "../../platform/place.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** What a page says while no KPI can bear a target: where to find one. */
export function NoKpi() {
  const words = useWords();
  return (
    <EmptyState
      title={words.text("target.no-kpi.title")}
      text={words.text("target.no-kpi.text")}
      actions={[{ label: words.text("target.no-kpi.go"), onClick: () => goTo(placeHref("kpi")) }]}
    />
  );
}
