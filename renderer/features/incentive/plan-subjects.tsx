import { parseSubjectKey } from "../../../core/base/id.ts";
import type { PayPlan } from "../../../core/incentive/records.ts";
import { isOnTeam } from "../../../core/team/memberships.ts";
import { inOrder, living } from "../../../core/team/team-rows.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { usePlanWriter } from "./use-plan-writer.ts";

/** For whom a plan holds: the team, groups, single members. */
export function PlanSubjects({ plan }: { readonly plan: PayPlan }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const { writePlan } = usePlanWriter();
  const write = (subjects: string[]) => void writePlan({ ...plan, subjects }, "subjects");
  const groups = living(workspace.rows.groups).map((one) => `group:${one.id}`);
  const members = inOrder(workspace.rows.members)
    .filter((one) => isOnTeam(one, today))
    .map((one) => `member:${one.id}`);
  const open = ["team", ...groups, ...members].filter((key) => !plan.subjects.includes(key));
  return (
    <div className="plan-subjects">
      <span className="quiet">{words.text("incentive.plan.subjects")}</span>
      {plan.subjects.map((key) => (
        <span key={key} className="subject-chip">
          {subjectName(workspace, words, key)}
          {plan.subjects.length > 1 && (
            <Button
              kind="link"
              label={words.text("incentive.plan.subject.remove", {
                name: subjectName(workspace, words, key),
              })}
              onClick={() => write(plan.subjects.filter((one) => one !== key))}
            >
              <span aria-hidden>✕</span>
            </Button>
          )}
        </span>
      ))}
      <Choice
        label={words.text("incentive.plan.subject.add")}
        quiet
        value=""
        options={[
          { value: "", label: `+ ${words.text("incentive.plan.subject.add")}` },
          ...open.map((value) => ({ value, label: subjectName(workspace, words, value) })),
        ]}
        onChange={(key) => {
          if (key !== "") write([...plan.subjects, key]);
        }}
      />
    </div>
  );
}

/** What a subject is called on the screen. */
export function subjectName(workspace: Workspace, words: Words, key: string): string {
  const subject = parseSubjectKey(key);
  if (subject.kind === "member") return workspace.rows.members.get(subject.id)?.name ?? subject.id;
  if (subject.kind !== "group") return words.text("base.team");
  const group = workspace.rows.groups.get(subject.id);
  return group ? words.name(group.name) : subject.id;
}
