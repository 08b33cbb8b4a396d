import { useEffect, useState } from "react";
import { lifeAhead } from "../../../core/target/life/life-ahead.ts";
import type { TreeLife } from "../../../core/target/life/life-ahead.ts";
import { useView } from "../../storage/view-store.ts";
import type { TargetTable } from "./use-target-table.ts";

/** A cell that is typed must not wait for the trees that nobody looks at. */
const AFTER_MS = 300;

/** What other KPIs, lines and years than the shown one do not know of the team's life; a moment after each change. */
export function useLifeElsewhere(table: TargetTable): readonly TreeLife[] {
  const { today } = useView();
  const { rows } = table.workspace;
  const [lives, setLives] = useState<readonly TreeLife[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setLives(lifeAhead(rows, today)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [rows, today]);
  const { kpiId, line, year } = table.tree.scope;
  return lives.filter(
    ({ tree: { scope } }) => scope.kpiId !== kpiId || scope.line !== line || scope.year !== year,
  );
}
