import { message } from "../../../core/base/message.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import { explainFindings, surveyFindings } from "../../../core/customer/quality/quality-counts.ts";
import type {
  OwnerCount,
  QualityFilter,
  QualitySurvey,
} from "../../../core/customer/quality/quality-counts.ts";
import type { QualityFinding } from "../../../core/customer/quality/quality-finding.ts";
import { SOURCES } from "../../../core/customer/records.ts";
import type { Source } from "../../../core/customer/records.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ownerLabel } from "./owner-label.ts";

/** How many findings each owner has in each source; a name shows its own. */
export function QualityOwners(props: {
  readonly findings: readonly QualityFinding[];
  readonly survey: QualitySurvey;
  readonly filter: QualityFilter;
  readonly index: OwnerIndex;
  onChange(filter: QualityFilter): void;
}) {
  const { findings, filter, index } = props;
  const words = useWords();
  const { members } = useWorkspace().rows;
  const counts = props.survey.owners;
  const sources = SOURCES.filter((source) => counts.some(hasSource(source)));
  const ofOwner = ({ owner }: OwnerCount, source: Source) =>
    surveyFindings(findings, { filter: { ...filter, owner, source }, index }).shown;
  return (
    <div className="quality-owners">
      <table>
        <caption>{words.text("customer.quality.by-owner")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.text("customer.field.owner")}</th>
            {sources.map((source) => (
              <th key={source} scope="col">
                {words.text(`customer.source.${source}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => {
            const name = ownerLabel(count.owner, members) || words.text("base.unassigned");
            const isOn = filter.owner === count.owner;
            return (
              <tr key={count.owner} className={isOn ? "on" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={isOn}
                    onClick={() => props.onChange({ ...filter, owner: isOn ? null : count.owner })}
                  >
                    {name}
                  </button>
                </th>
                {sources.map((source) => (
                  <td key={source}>
                    {count.countBySource.has(source) && (
                      <Figure
                        quantity={{ unit: "count", value: count.countBySource.get(source)! }}
                        explain={() => {
                          const params = { owner: name, what: message(`customer.source.${source}`) };
                          const title = message("customer.quality.figure-of", params);
                          return explainFindings(title, ofOwner(count, source));
                        }}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function hasSource(source: Source): (count: OwnerCount) => boolean {
  return ({ countBySource }) => countBySource.has(source);
}
