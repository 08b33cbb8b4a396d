import { addDays } from "../../core/base/day.ts";
import { teamFindings } from "../../core/team/findings/team-findings.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import { staffedWorkspace } from "../builders/sized-workspace.ts";
import type { BenchFigure } from "./harness.ts";
import { TODAY } from "./today.ts";

export const figures: readonly BenchFigure[] = [
  {
    name: "findings of the team: who answers for what",
    floorName: "structuredClone of members, duties and letters",
    of: "members",
    sizes: [9, 25, 50],
    prepare(size) {
      const { rows, ...rest } = staffedWorkspace({ members: size, today: TODAY });
      const settings = settingsOf({ rows, ...rest });
      const floor = [rows.members, rows.duties, rows.assignments];
      let date = 0;
      return {
        run: () => {
          // Another day each time: what was found on one is remembered.
          date = (date + 1) % 5_000;
          return teamFindings({ ...rows }, settings, addDays(TODAY, date));
        },
        floor: () => structuredClone(floor),
      };
    },
  },
];
