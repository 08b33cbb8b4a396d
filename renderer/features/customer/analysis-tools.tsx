import type { Source } from "../../../core/customer/records.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { analysisChoice } from "./analysis-view.ts";

/** Whose deals, from which system, compared with what. */
export function AnalysisTools({ sources }: { readonly sources: readonly Source[] }) {
  const words = useWords();
  const { rows } = useWorkspace();
  const { subject, source, compare } = analysisChoice();
  const groups = inOrder(rows.groups).filter((group) => !group.archived);
  return (
    <>
      <Choice
        label={words.text("customer.analysis.who")}
        value={subject}
        options={[
          { value: "team", label: words.text("customer.filter.everyone") },
          ...groups.map((group) => ({ value: `group:${group.id}`, label: words.name(group.name) })),
          ...inOrder(rows.members).map((member) => ({ value: `member:${member.id}`, label: member.name })),
          { value: "unassigned", label: words.text("base.unassigned") },
        ]}
        onChange={(chosen) => analysisChoice.setState({ subject: chosen })}
      />
      {sources.length > 1 && (
        <Choice<Source | "all">
          label={words.text("customer.analysis.source")}
          value={source}
          options={[
            { value: "all", label: words.text("customer.analysis.source.all") },
            ...sources.map((value) => ({ value, label: words.text(`customer.source.${value}`) })),
          ]}
          onChange={(chosen) => analysisChoice.setState({ source: chosen })}
        />
      )}
      <Choice
        label={words.text("customer.analysis.compare")}
        value={compare}
        options={(["none", "before"] as const).map((value) => ({
          value,
          label: words.text(`customer.analysis.compare.${value}`),
        }))}
        onChange={(chosen) => analysisChoice.setState({ compare: chosen })}
      />
    </>
  );
}
