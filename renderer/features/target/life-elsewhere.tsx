import { useState } from "react";
import { lifeMessage, longerMessage } from "../../../core/target/life/explain-rest.ts";
import type { TreeLife } from "../../../core/target/life/life-ahead.ts";
import { numberShape } from "../../../core/target/target-rows.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { setView } from "../../storage/view-store.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { roughAmount } from "./shown-numbers.ts";
import { useTargetChoice } from "./target-choice.ts";
import { useLifeElsewhere } from "./use-life-elsewhere.ts";
import type { TargetTable } from "./use-target-table.ts";

/** How many other trees are named before they are folded. */
const SHOWN = 2;

/** Where else somebody's targets do not know of a coming, a going or a leave: of another KPI, line or year, one line each. */
export function LifeElsewhere({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const lives = useLifeElsewhere(table);
  const shown = unfolded ? lives : lives.slice(0, SHOWN);
  return (
    <>
      {shown.map((life) => (
        <FindingLine
          key={`${life.tree.scope.kpiId}|${life.tree.scope.line}|${life.tree.scope.year}`}
          tone="muted"
          text={lifeSaid(table, life, words)}
          actions={[{ label: words.text("target.life.elsewhere.show"), onClick: () => show(table, life) }]}
        />
      ))}
      {lives.length > SHOWN && (
        <FindingLine
          tone="muted"
          text=""
          actions={[
            {
              label: unfolded
                ? words.text("target.finding.fewer")
                : words.text("target.life.elsewhere.more", { count: lives.length - SHOWN }),
              onClick: () => setUnfolded(!unfolded),
            },
          ]}
        />
      )}
    </>
  );
}

function lifeSaid({ workspace }: TargetTable, life: TreeLife, words: Words): string {
  const { tree, findings, longer } = life;
  const place = {
    kpi: words.name(tree.kpi.name),
    line: words.text(`target.line.${tree.scope.line}`),
    year: String(tree.scope.year),
  };
  const count = findings.length + longer.length;
  if (count > 1) return words.text("target.life.elsewhere.several", { ...place, count });
  const power = useTargetChoice.getState().powerByLocale[words.locale] ?? 0;
  const shape = numberShape(tree.kpi, settingsOf(workspace).currency, power);
  const [one] = findings;
  const said = one
    ? lifeMessage(tree, one, roughAmount(words, one.rest, shape))
    : longerMessage(tree, longer[0]!, roughAmount(words, longer[0]!.lack, shape));
  return words.text("target.life.elsewhere", { ...place, what: words.say(said) });
}

/** Shows the tree, in the year that is meant. */
function show(table: TargetTable, { tree }: TreeLife): void {
  useTargetChoice.setState({ kpiId: tree.scope.kpiId, line: tree.scope.line });
  if (tree.scope.year !== table.tree.scope.year) setView({ periodId: tree.periods[0]!.id });
}
