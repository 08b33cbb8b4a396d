import { lazy } from "react";
import { AllocationPage } from "./allocation-page.tsx";
import { CalendarPage } from "./calendar-page.tsx";
import { ForecastPage } from "./forecast-page.tsx";
import { ReasonDrawer } from "./reason-drawer.tsx";
import { TargetTablePage } from "./target-table-page.tsx";
import { VersionsPage } from "./versions-page.tsx";

const SheetPage = lazy(async () => ({ default: (await import("./sheet-page.tsx")).SheetPage }));

/** 目标: the target table, the assistant that divides a whole, and the working calendar that its pace runs on. */
export function TargetRoom({ path }: { readonly path: string }) {
  return (
    <>
      <TargetPlace path={path} />
      <ReasonDrawer />
    </>
  );
}

function TargetPlace({ path }: { readonly path: string }) {
  if (path === "forecast") return <ForecastPage />;
  if (path === "sheet") return <SheetPage />;
  if (path === "versions") return <VersionsPage />;
  if (path === "allocation") return <AllocationPage />;
  return path === "calendar" ? <CalendarPage /> : <TargetTablePage />;
}
