import { message } from "../../../core/base/message.ts";
import type { PromotionCandidate } from "../../../core/incentive/promotion/promotion-candidates.ts";
import type { Words } from "../../../core/words/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Who stands before which step, the nearest first. */
export function CandidateTable(props: {
  readonly candidates: readonly PromotionCandidate[];
  onOpen(candidate: PromotionCandidate): void;
}) {
  const words = useWords();
  const label = words.text("incentive.promotion.table");
  return (
    <DataTable<PromotionCandidate>
      label={label}
      rows={props.candidates}
      rowKey={(one) => one.key}
      columns={candidateColumns(words)}
      onOpen={props.onOpen}
      exportName={label}
    />
  );
}

function candidateColumns(words: Words): readonly DataColumn<PromotionCandidate>[] {
  const title = (key: string) => words.text(`incentive.promotion.column.${key}`);
  return [
    { key: "member", title: title("member"), width: 100, text: (one) => one.member.name },
    {
      key: "now",
      title: title("now"),
      width: 190,
      text: ({ membership }) =>
        words.text("incentive.promotion.place", {
          title: membership.title,
          grade: message(`team.grade.${membership.grade}`),
        }),
    },
    { key: "to", title: title("to"), width: 160, text: ({ step }) => step.toTitle },
    {
      key: "state",
      title: title("state"),
      width: 128,
      text: (one) => stateText(words, one),
      render: (one) =>
        one.checks.length === 0 ? (
          stateText(words, one)
        ) : (
          <Figure
            quantity={one.progress.value}
            text={stateText(words, one)}
            explain={() => one.progress.explain()}
            {...(one.isReady ? { tone: "ahead" } : {})}
          />
        ),
      sortValue: (one) => one.unmet * 100 + one.unknown,
    },
    {
      key: "open",
      title: title("open"),
      width: 296,
      text: ({ checks }) =>
        checks
          .filter((check) => check.isMet !== true)
          .map((check) => words.say(check.label))
          .join(" · "),
    },
    {
      key: "last",
      title: title("last"),
      width: 184,
      text: ({ last }) =>
        last === undefined ? "" : `${words.text(`incentive.decision.outcome.${last.outcome}`)} · ${last.on}`,
    },
  ];
}

function stateText(words: Words, one: PromotionCandidate): string {
  if (one.checks.length === 0) return words.text("incentive.promotion.state.no-criteria");
  if (one.isReady) return words.text("incentive.promotion.state.ready");
  return words.text("incentive.promotion.state.part", { met: one.met, all: one.checks.length });
}
