import { useState } from "react";
import type { DutyId } from "../../../core/base/id.ts";
import { parseSubjectKey } from "../../../core/base/id.ts";
import { subjectLabel } from "../../../core/kpi/subject-label.ts";
import type { Target } from "../../../core/target/records.ts";
import type { Task } from "../../../core/team/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { dutyText } from "./task-data.ts";

interface UnderProps {
  readonly rows: Workspace["rows"];
  readonly task: Task;
  onWrite(fields: {
    readonly dutyId?: DutyId | undefined;
    readonly targetId?: string | undefined;
  }): Promise<string | null>;
}

const KINDS = ["none", "duty", "target"] as const;
type Kind = (typeof KINDS)[number];

/** What a task stands under: a duty, a target by KPI, subject and period, or nothing. */
export function TaskUnder({ rows, task, onWrite }: UnderProps) {
  const words = useWords();
  const kept: Kind = task.dutyId !== undefined ? "duty" : task.targetId !== undefined ? "target" : "none";
  const [wanted, setWanted] = useState<Kind>(kept);
  const kind = kept === "none" ? wanted : kept;
  return (
    <div className="field-pairs">
      <SelectField
        label={words.text("team.task.field.under")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.text(`team.task.under.${value}`) }))}
        onCommit={(value) => {
          setWanted(value);
          return value === kept ? null : onWrite({ dutyId: undefined, targetId: undefined });
        }}
      />
      {kind === "duty" && (
        <SelectField
          label={words.text("team.task.under.duty")}
          value={(task.dutyId ?? "") as string}
          options={[
            { value: "", label: words.text("base.none") },
            ...living(rows.duties).map((duty) => ({
              value: duty.id as string,
              label: dutyText(words, rows, duty),
            })),
          ]}
          onCommit={(id) => onWrite({ targetId: undefined, dutyId: id === "" ? undefined : (id as DutyId) })}
        />
      )}
      {kind === "target" && <TargetChoice rows={rows} task={task} onWrite={onWrite} />}
    </div>
  );
}

/** Three short lists in place of a list of all targets; each offers only what there is. */
function TargetChoice({ rows, task, onWrite }: UnderProps) {
  const words = useWords();
  const all = [...rows.targets.values()].filter(
    (target) => target.line === "target" || target.id === task.targetId,
  );
  const now = rows.targets.get(task.targetId ?? "") ?? all[0];
  if (!now) return <p className="quiet">{words.text("team.task.under.no-target")}</p>;
  const isSet = task.targetId !== undefined;
  const choose = (fits: (target: Target) => boolean) => {
    const found = all.find(fits);
    return found ? onWrite({ dutyId: undefined, targetId: found.id }) : null;
  };
  const list = (
    of: (target: Target) => string,
    among: readonly Target[],
    nameOf: (value: string) => string,
  ) => [
    ...(isSet ? [] : [{ value: "", label: words.text("base.none") }]),
    ...[...new Set(among.map(of))].map((value) => ({ value, label: nameOf(value) })),
  ];
  const ofKpi = all.filter((target) => target.kpiId === now.kpiId);
  const ofSubject = ofKpi.filter((target) => target.subject === now.subject);
  return (
    <>
      <SelectField
        label={words.text("team.task.under.kpi")}
        value={isSet ? (now.kpiId as string) : ""}
        options={list(
          (target) => target.kpiId,
          all,
          (id) => {
            const kpi = rows.kpis.get(id);
            return kpi ? words.name(kpi.name) : id;
          },
        )}
        onCommit={(id) => choose((target) => target.kpiId === id)}
      />
      {isSet && (
        <>
          <SelectField
            label={words.text("team.task.under.subject")}
            value={now.subject}
            options={list(
              (target) => target.subject,
              ofKpi,
              (key) => subjectText(words, rows, key),
            )}
            onCommit={(key) => choose((target) => target.kpiId === now.kpiId && target.subject === key)}
          />
          <SelectField
            label={words.text("team.task.under.period")}
            value={now.periodId as string}
            options={list(
              (target) => target.periodId,
              ofSubject,
              (id) => words.period(id),
            ).toSorted((a, b) => (a.value < b.value ? -1 : 1))}
            onCommit={(id) =>
              choose(
                (target) =>
                  target.kpiId === now.kpiId && target.subject === now.subject && target.periodId === id,
              )
            }
          />
        </>
      )}
    </>
  );
}

function subjectText(words: Words, rows: Workspace["rows"], key: string): string {
  const label = subjectLabel({ rows }, parseSubjectKey(key));
  return typeof label === "string" ? label : words.say(label);
}
