import { lazy } from "react";
import { placeHref } from "../../platform/place.ts";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { GroupsPage } from "./groups-page.tsx";
import { MatrixPage } from "./matrix-page.tsx";
import { MembersPage } from "./members-page.tsx";
import { SkillsPage } from "./skills-page.tsx";
import "./team.css";

const TABS = ["members", "matrix", "skills", "groups", "tasks"] as const;
type Tab = (typeof TABS)[number];

/** Fetched when it is first opened. */
const TasksPage = lazy(async () => ({ default: (await import("./tasks-page.tsx")).TasksPage }));

const HandoverPage = lazy(async () => ({ default: (await import("./handover-page.tsx")).HandoverPage }));

/** The room of the team: `members`, `members/<id>`, `handover/<member id>`, `matrix`, `matrix/<duty id>`, `skills`, `groups`, `tasks`. */
export function TeamRoom({ path }: { readonly path: string }) {
  const words = useWords();
  const [first = "", id] = path.split("/");
  const active: Tab = TABS.find((tab) => tab === first) ?? "members";
  const tabs: readonly PageTab[] = TABS.map((key) => ({
    key,
    label: words.text(`team.tab.${key}`),
    href: placeHref("team", key),
  }));
  const openId = id === undefined ? null : decodeURIComponent(id);
  if (first === "handover") return <HandoverPage tabs={tabs} memberId={openId} />;
  if (active === "matrix") return <MatrixPage tabs={tabs} dutyId={openId} />;
  if (active === "tasks") return <TasksPage tabs={tabs} />;
  if (active === "skills") return <SkillsPage tabs={tabs} />;
  if (active === "groups") return <GroupsPage tabs={tabs} dutyId={openId} />;
  return <MembersPage tabs={tabs} memberId={openId} />;
}
