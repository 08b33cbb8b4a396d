/* What the tests and examples of forecasts are made of: the KPI room's world of facts. */
export { aDeal, aMember, anOrder, kpiWorld } from "./kpi-context.ts";
