import { useMemo } from "react";
import type { QualityFilter, QualitySurvey } from "../../../core/customer/quality/quality-counts.ts";
import { QUALITY_CODES } from "../../../core/customer/quality/quality-finding.ts";
import type { QualityFinding } from "../../../core/customer/quality/quality-finding.ts";
import { SOURCES } from "../../../core/customer/records.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";

const SEVERITIES = ["all", "risk", "warning", "hint"] as const;

/** Kind, weight, source and text; each kind says how many it has under the other choices. */
export function QualityFilterLine(props: {
  readonly filter: QualityFilter;
  readonly findings: readonly QualityFinding[];
  readonly survey: QualitySurvey;
  onChange(filter: QualityFilter): void;
}) {
  const { filter, findings } = props;
  const { countByCode: counts } = props.survey;
  const words = useWords();
  const change = (part: Partial<QualityFilter>) => props.onChange({ ...filter, ...part });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sources = useMemo(() => new Set(findings.map(({ source }) => source)), [findings]);
  const kinds = QUALITY_CODES.filter((code) => counts.has(code) || code === filter.code);
  return (
    <>
      <Choice
        label={words.text("customer.quality.kind")}
        value={filter.code ?? ""}
        options={[
          { value: "", label: words.text("customer.quality.every-kind", { count: total }) },
          ...kinds.map((code) => {
            const params = {
              kind: words.text(`customer.quality.code.${code}`),
              count: counts.get(code) ?? 0,
            };
            return { value: code, label: words.text("customer.quality.kind-count", params) };
          }),
        ]}
        onChange={(value) => change({ code: QUALITY_CODES.find((code) => code === value) ?? null })}
      />
      <Choice
        label={words.text("customer.quality.severity")}
        value={filter.severity ?? "all"}
        options={SEVERITIES.map((value) => ({
          value,
          label: words.text(`customer.quality.severity.${value}`),
        }))}
        onChange={(value) => change({ severity: value === "all" ? null : value })}
      />
      <Choice
        label={words.text("customer.wizard.source")}
        value={filter.source ?? ""}
        options={[
          { value: "", label: words.text("customer.quality.every-source") },
          ...SOURCES.filter((source) => sources.has(source)).map((source) => ({
            value: source,
            label: words.text(`customer.source.${source}`),
          })),
        ]}
        onChange={(value) => change({ source: SOURCES.find((source) => source === value) ?? null })}
      />
      <input
        type="search"
        className="text-input customer-search"
        aria-label={words.text("base.search")}
        placeholder={words.text("customer.filter.text")}
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
      />
    </>
  );
}
