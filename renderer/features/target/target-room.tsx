import { CalendarPage } from "./calendar-page.tsx";
import { TargetTablePage } from "./target-table-page.tsx";

/** 目标: the target table, and the working calendar that its pace runs on. */
export function TargetRoom({ path }: { readonly path: string }) {
  return path === "calendar" ? <CalendarPage /> : <TargetTablePage />;
}
