import { useRef, useState } from "react";
import { FINDING_CODES } from "../../../core/team/findings/finding.ts";
import type { FindingCode, Repair, TeamFinding } from "../../../core/team/findings/finding.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** How many findings are shown before the rest is asked for. */
export const FIRST_FINDINGS = 3;

export const TONE_BY_SEVERITY: Readonly<Record<TeamFinding["severity"], Tone>> = {
  risk: "at-risk",
  warning: "behind",
  hint: "muted",
};

/** What was found, the worst first, each with its repairs. */
export function FindingsPanel({ findings }: { readonly findings: readonly TeamFinding[] }) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  const [kind, setKind] = useState<FindingCode | "all">("all");
  const codes = FINDING_CODES.filter((code) => findings.some((finding) => finding.code === code));
  const chosen = kind !== "all" && codes.includes(kind) ? kind : "all";
  const matching = findings.filter((finding) => chosen === "all" || finding.code === chosen);
  const shown = all ? matching : matching.slice(0, FIRST_FINDINGS);
  if (findings.length === 0) return <p className="quiet findings-none">{words.text("team.findings.none")}</p>;
  return (
    <section className="findings" aria-label={words.text("team.findings.title", { count: findings.length })}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {words.text("team.findings.title", { count: findings.length })}
        </h2>
        {codes.length > 1 && (
          <Choice
            quiet
            label={words.text("team.findings.kind")}
            value={chosen}
            options={[
              { value: "all" as const, label: words.text("team.findings.kind-all") },
              ...codes.map((code) => ({ value: code, label: kindLabel(words, code, findings) })),
            ]}
            onChange={(value) => setKind(value)}
          />
        )}
        {matching.length > FIRST_FINDINGS && (
          <Button kind="link" onClick={() => setAll(!all)}>
            {all
              ? words.text("team.findings.less")
              : words.text("team.findings.more", { count: matching.length - FIRST_FINDINGS })}
          </Button>
        )}
      </header>
      <div className={all ? "findings-list all" : "findings-list"}>
        {shown.map((finding) => (
          <Line key={finding.id} finding={finding} onRepaired={() => heading.current?.focus()} />
        ))}
      </div>
    </section>
  );
}

/** A repaired finding goes away with its buttons: the focus moves to the heading, so that the keyboard goes on from there. */
function Line({ finding, onRepaired }: { readonly finding: TeamFinding; onRepaired(): void }) {
  const words = useWords();
  return (
    <FindingLine
      tone={TONE_BY_SEVERITY[finding.severity]}
      text={words.say(finding.message)}
      reason={reasonText(words, finding)}
      actions={finding.repairs.map((repair) => ({
        label: words.say(repair.label),
        onClick: () => void repairNow(repair).then(onRepaired),
      }))}
    />
  );
}

/** Why it matters, and what speaks for the first proposal. */
function reasonText(words: Words, finding: TeamFinding): string {
  const reason = words.say(finding.reason);
  const best = finding.repairs[0];
  if (!best?.reason) return reason;
  return `${reason} ${words.say(message("team.why.proposal", { label: best.label, reason: best.reason }))}`;
}

function kindLabel(words: Words, code: FindingCode, findings: readonly TeamFinding[]): string {
  return `${words.text(`team.kind.${code}`)} ${findings.filter((finding) => finding.code === code).length}`;
}

async function repairNow(repair: Repair): Promise<void> {
  await runCommand(repair.record, () => ok(repair.changes));
}
