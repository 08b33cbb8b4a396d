import { AllocationPage } from "./allocation-page.tsx";
import { CalendarPage } from "./calendar-page.tsx";
import { ForecastPage } from "./forecast-page.tsx";
import { LettersPage } from "./letters-page.tsx";
import { TargetTablePage } from "./target-table-page.tsx";

/** 目标: the target table, the assistant that divides a whole, and the working calendar that its pace runs on. */
export function TargetRoom({ path }: { readonly path: string }) {
  if (path === "forecast") return <ForecastPage />;
  if (path === "allocation") return <AllocationPage />;
  if (path === "letters") return <LettersPage />;
  return path === "calendar" ? <CalendarPage /> : <TargetTablePage />;
}
