import type { MemberHours, TrainingPlan } from "../../../core/training/plan/plan-totals.ts";
import { BarTable } from "../../ui/bar-table.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** How many hours each member has in the plan, beside what each may have. */
export function MemberHoursTable({ plan }: { readonly plan: TrainingPlan }) {
  const words = useWords();
  const limit = plan.budget?.hoursEach;
  const busy = plan.members.filter((one) => one.hours.n > 0).length;
  const highest = Math.max(...plan.members.map((one) => one.hours.value.value ?? 0), limit ?? 0);
  return (
    <BarTable<MemberHours>
      title={words.text("training.hours.title")}
      rows={plan.members}
      rowKey={(one) => one.member.id}
      label={{ title: words.text("training.field.member"), text: (one) => one.member.name }}
      columns={[
        { key: "hours", title: words.text("training.field.hours"), figure: (one) => one.hours },
        {
          key: "over",
          title: words.text("training.hours.state"),
          width: 150,
          text: (one) => hoursState(one, limit, words),
        },
      ]}
      top={highest}
      note={words.text("training.hours.note", { busy, count: plan.members.length })}
      none={words.text("training.hours.none")}
    />
  );
}

function hoursState(one: MemberHours, limit: number | undefined, words: ReturnType<typeof useWords>): string {
  if (limit === undefined) return "";
  if (one.over > 0) return words.text("training.hours.over", { hours: { unit: "hours", value: one.over } });
  const left = Math.round((limit - (one.hours.value.value ?? 0)) * 100) / 100;
  return words.text("training.hours.left", { hours: { unit: "hours", value: left } });
}
