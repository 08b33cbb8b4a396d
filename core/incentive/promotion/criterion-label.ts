import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import { kpiUnit, quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { Criterion } from "../records.ts";
import type { PromotionSource } from "./promotion-source.ts";

/** What a criterion asks for, as a sentence.
 * @example criterionLabel(promotionWorld({}), { kind: "months-in-role", atLeast: 24 }) // => { key: "incentive.criterion.months", params: { count: 24 } }
 */
export function criterionLabel(source: PromotionSource, criterion: Criterion): Message {
  const { context, rows, courses } = source;
  switch (criterion.kind) {
    case "months-in-role":
      return message("incentive.criterion.months", { count: criterion.atLeast });
    case "skill": {
      const skill = rows.skills.get(criterion.skillId);
      const name = skill ? nameMessage(skill.name) : message("incentive.criterion.gone");
      return message("incentive.criterion.skill", { skill: name, level: criterion.atLeast });
    }
    case "course": {
      const course = courses.nameById.get(criterion.courseId) ?? message("incentive.criterion.gone");
      return message("incentive.criterion.course", { course });
    }
    default: {
      const kpi = context.rows.kpis.get(criterion.kpiId);
      if (!kpi) {
        return message(`incentive.criterion.${criterion.kind}.higher`, {
          kpi: message("incentive.criterion.gone"),
          last: message("incentive.criterion.last.month", { count: criterion.periods }),
          value: "—",
        });
      }
      const direction = criterion.kind === "kpi" ? kpi.direction : "higher";
      return message(`incentive.criterion.${criterion.kind}.${direction}`, {
        kpi: nameMessage(kpi.name),
        last: message(`incentive.criterion.last.${kpi.frequency}`, { count: criterion.periods }),
        value:
          criterion.kind === "kpi"
            ? quantityOf(kpiUnit(context, kpi), criterion.atLeast)
            : { unit: "percent", value: criterion.atLeast / WHOLE_PPM },
      });
    }
  }
}
