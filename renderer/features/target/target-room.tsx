import { lazy } from "react";
import { AllocationPage } from "./allocation-page.tsx";
import { CalendarPage } from "./calendar-page.tsx";
import { ForecastPage } from "./forecast-page.tsx";
import { TargetTablePage } from "./target-table-page.tsx";

/** Fetched when it is first opened. */
const GoalsPage = lazy(async () => ({ default: (await import("./goals-page.tsx")).GoalsPage }));

/** 目标: the target table, the assistant that divides a whole, and the working calendar that its pace runs on. */
export function TargetRoom({ path }: { readonly path: string }) {
  if (path === "forecast") return <ForecastPage />;
  if (path === "goals") return <GoalsPage />;
  if (path === "allocation") return <AllocationPage />;
  return path === "calendar" ? <CalendarPage /> : <TargetTablePage />;
}
