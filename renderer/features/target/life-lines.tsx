import { lazy, Suspense, useMemo, useState } from "react";
import { subjectKey } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { lifeMessage, longerMessage } from "../../../core/target/life/explain-rest.ts";
import { keepMeant } from "../../../core/target/life/hand-on.ts";
import { lifeFindings } from "../../../core/target/life/life-findings.ts";
import type { LifeFinding } from "../../../core/target/life/life-findings.ts";
import { longerFindings } from "../../../core/target/life/longer-findings.ts";
import type { LongerFinding } from "../../../core/target/life/longer-findings.ts";
import { takeBack } from "../../../core/target/life/take-back.ts";
import { useView } from "../../storage/view-store.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LifeElsewhere } from "./life-elsewhere.tsx";
import { runTargetCommand } from "./run-target-command.ts";
import { roughAmount } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

const HandOnDrawer = lazy(async () => ({ default: (await import("./hand-on-drawer.tsx")).HandOnDrawer }));

/** How many findings are named before they are folded. */
const SHOWN = 3;

/** Members who come, go, move or are long away and whose targets do not know it, each with the way to hand on; who stays longer,
 * with the way back; and where else, of another KPI or line, somebody's targets do not know it. */
export function LifeLines({ table, life }: { readonly table: TargetTable; readonly life: LifeTable }) {
  const { findings } = life;
  const words = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = findings.find((finding) => finding.key === openKey);
  const shown = unfolded ? findings : findings.slice(0, SHOWN);
  return (
    <div className="target-findings" role="region" aria-label={words.text("target.life.region")}>
      {shown.map((finding) => (
        <FindingLine
          key={finding.key}
          tone="behind"
          text={words.say(lifeMessage(table.tree, finding, roughAmount(words, finding.rest, table.shape)))}
          actions={[
            { label: words.text("target.life.hand-on"), onClick: () => setOpenKey(finding.key) },
            ...(finding.cause.kind === "moved"
              ? []
              : [{ label: words.text("target.life.keep"), onClick: () => keep(table, finding) }]),
          ]}
        />
      ))}
      {findings.length > SHOWN && (
        <FindingLine
          tone="muted"
          text=""
          actions={[
            {
              label: unfolded
                ? words.text("target.finding.fewer")
                : words.text("target.life.more", { count: findings.length - SHOWN }),
              onClick: () => setUnfolded(!unfolded),
            },
          ]}
        />
      )}
      {life.longer.map((finding) => (
        <FindingLine
          key={finding.key}
          tone="behind"
          text={words.say(longerMessage(table.tree, finding, roughAmount(words, finding.lack, table.shape)))}
          actions={[
            { label: words.text("target.life.take-back"), onClick: () => bringBack(table, finding) },
            { label: words.text("target.life.keep"), onClick: () => keep(table, finding) },
          ]}
        />
      ))}
      <LifeElsewhere table={table} />
      {open && (
        <Suspense>
          <HandOnDrawer table={table} finding={open} onClose={() => setOpenKey(null)} />
        </Suspense>
      )}
    </div>
  );
}

export interface LifeTable {
  readonly findings: readonly LifeFinding[];
  readonly longer: readonly LongerFinding[];
  /** Targets outside of the member's time that no finding names. */
  readonly strays: TargetTable["strays"];
  /** Sums that do not hold for another reason. */
  readonly sums: TargetTable["findings"];
}

/** The findings of the shown tree, and the stray targets that they do not speak of. */
export function useLife(table: TargetTable): LifeTable {
  const { today } = useView();
  const { tree, strays, findings: sums } = table;
  return useMemo(() => {
    const findings = lifeFindings(tree, today);
    const spoken = new Set(findings.map((finding) => `member:${finding.member.id}`));
    const isOver = (periodId: string) => tree.periods.find((one) => one.id === periodId)!.end <= today;
    const isSaid = (stray: TargetTable["strays"][number]) =>
      stray.meantDays === 0 || (spoken.has(stray.subject) && !isOver(stray.periodId));
    const isOwn = ({ row, direction }: TargetTable["findings"][number]) =>
      direction === "periods" && spoken.has(subjectKey(tree.rows[row]!.subject));
    return {
      findings,
      longer: longerFindings(tree, today),
      strays: strays.filter((stray) => !isSaid(stray)),
      sums: sums.filter((finding) => !isOwn(finding)),
    };
  }, [tree, strays, sums, today]);
}

function bringBack(table: TargetTable, finding: LongerFinding): void {
  void runTargetCommand(message("target.life.command.take-back"), {
    command: takeBack(table.tree, finding),
    seen: table.workspace,
  });
}

function keep(table: TargetTable, finding: LifeFinding | LongerFinding): void {
  void runTargetCommand(message("target.life.command.keep"), {
    command: keepMeant(table.tree, finding),
    seen: table.workspace,
  });
}
