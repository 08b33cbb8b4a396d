import { useMemo, useState } from "react";
import type { GroupId, SkillId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addSkill } from "../../../core/team/edit-skills.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { skillCells } from "../../../core/team/skill-gaps.ts";
import { living } from "../../../core/team/team-rows.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ExpectationGrid } from "./expectation-grid.tsx";
import { NameDrawer } from "./name-drawer.tsx";
import { SkillDrawer } from "./skill-drawer.tsx";
import { SkillGapList } from "./skill-gap-list.tsx";
import { SkillGrid } from "./skill-grid.tsx";
import { useTeamData } from "./team-data.ts";

/** What members can do beside what their groups expect. */
export function SkillsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const data = useTeamData();
  const [view, setView] = useState<"levels" | "expected">("levels");
  const [filter, setFilter] = useState<GroupId | "all">("all");
  const [open, setOpen] = useState<SkillId | "new" | null>(null);
  const groupId = filter !== "all" && data.groups.some((group) => group.id === filter) ? filter : undefined;
  const cells = useMemo(() => skillCells(data.rows, data.today, groupId), [data.rows, data.today, groupId]);
  const hasSkills = living(data.rows.skills).length > 0;
  const skill = open === null || open === "new" ? undefined : data.rows.skills.get(open);
  return (
    <Page
      tabs={tabs}
      activeTab="skills"
      {...(hasSkills
        ? { hint: words.text(view === "levels" ? "team.skills.hint" : "team.skills.expected-hint") }
        : {})}
      tools={
        hasSkills && (
          <>
            <Choice
              quiet
              label={words.text("team.skills.view")}
              value={view}
              options={[
                { value: "levels", label: words.text("team.skills.view-levels") },
                { value: "expected", label: words.text("team.skills.view-expected") },
              ]}
              onChange={(value) => setView(value)}
            />
            {view === "levels" && (
              <Choice
                quiet
                label={words.text("team.matrix.filter")}
                value={(groupId ?? "all") as string}
                options={[
                  { value: "all", label: words.text("team.matrix.filter-all") },
                  ...data.groups.map((group) => ({
                    value: group.id as string,
                    label: words.name(group.name),
                  })),
                ]}
                onChange={(value) => setFilter(value as GroupId | "all")}
              />
            )}
            <Button onClick={() => setOpen("new")}>{words.text("team.skills.add")}</Button>
          </>
        )
      }
    >
      {!hasSkills && (
        <EmptyState
          title={words.text("team.skills.empty.title")}
          text={words.text("team.skills.empty.text")}
          actions={[{ label: words.text("team.skills.add"), onClick: () => setOpen("new") }]}
        />
      )}
      {hasSkills && view === "expected" && <ExpectationGrid data={data} onOpen={setOpen} />}
      {hasSkills && view === "levels" && cells.length === 0 && (
        <EmptyState
          title={words.text("team.skills.no-members.title")}
          text={words.text("team.skills.no-members.text")}
          actions={[
            {
              label: words.text("team.matrix.to-members"),
              onClick: () => goTo(placeHref("team", "members")),
            },
          ]}
        />
      )}
      {hasSkills && view === "levels" && cells.length > 0 && (
        <>
          <SkillGrid data={data} cells={cells} />
          <SkillGapList cells={cells} />
        </>
      )}
      {open === "new" && (
        <NameDrawer
          title={words.text("team.skills.add")}
          onClose={() => setOpen(null)}
          onAdd={(name) =>
            runFromField(words, message("team.record.skill-add", { skill: nameMessage(name) }), ({ rows }) =>
              addSkill(rows, { id: currentPlatform().newId() as SkillId, name }),
            )
          }
        />
      )}
      {skill && <SkillDrawer skill={skill} onClose={() => setOpen(null)} />}
    </Page>
  );
}
