import { useMemo, useState } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { Settings } from "../../../core/base/settings.ts";
import { setFields } from "../../../core/base/change.ts";
import { restoreDuty } from "../../../core/team/edit-duties.ts";
import { living } from "../../../core/team/team-rows.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { goTo, leave, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { DutyDrawer } from "./duty-drawer.tsx";
import { FindingsPanel, FIRST_FINDINGS } from "./findings-panel.tsx";
import { MatrixGrid } from "./matrix-grid.tsx";
import { NewDutyDrawer } from "./new-duty-drawer.tsx";
import { useTeamData } from "./team-data.ts";
import type { TeamData } from "./team-data.ts";

const LIMITS = Array.from({ length: 20 }, (_, index) => String(index + 1));

/** Who answers for what: findings above, the matrix below. */
export function MatrixPage({
  tabs,
  dutyId,
}: {
  readonly tabs: readonly PageTab[];
  readonly dutyId: string | null;
}) {
  const words = useWords();
  const data = useTeamData();
  const [filter, setFilter] = useState<GroupId | "all">("all");
  const [adding, setAdding] = useState(false);
  const groupId = filter !== "all" && data.groups.some((group) => group.id === filter) ? filter : null;
  const duty = dutyId === null ? undefined : data.rows.duties.get(dutyId);
  const hasDuties = living(data.rows.duties).length > 0;
  const hasMembers = membersOn(data.rows, data.today).length > 0;
  return (
    <Page
      tabs={tabs}
      activeTab="matrix"
      {...(hasDuties && hasMembers ? { hint: words.text("team.matrix.hint") } : {})}
      tools={
        <>
          <Button kind={hasDuties && hasMembers ? "primary" : "chip"} onClick={() => setAdding(true)}>
            {words.text("team.matrix.add-duty")}
          </Button>
          <Choice
            label={words.text("team.matrix.filter")}
            quiet
            value={groupId ?? "all"}
            options={[
              { value: "all", label: words.text("team.matrix.filter-all") },
              ...data.groups.map((group) => ({ value: group.id as string, label: words.name(group.name) })),
            ]}
            onChange={(value) => setFilter(value as GroupId | "all")}
          />
          <LimitChoice data={data} />
        </>
      }
    >
      {hasDuties && hasMembers && <Filled data={data} groupId={groupId} />}
      {!hasDuties && (
        <EmptyState
          title={words.text("team.matrix.empty.title")}
          text={words.text("team.matrix.empty.text")}
          actions={[
            { label: words.text("team.matrix.add-duty"), onClick: () => setAdding(true) },
            ...restoreActions(data, (count) => words.text("team.matrix.restore", { count })),
          ]}
        />
      )}
      {hasDuties && !hasMembers && (
        <EmptyState
          title={words.text("team.matrix.no-members.title")}
          text={words.text("team.matrix.no-members.text")}
          actions={[
            {
              label: words.text("team.matrix.to-members"),
              onClick: () => goTo(placeHref("team", "members")),
            },
          ]}
        />
      )}
      {adding && <NewDutyDrawer data={data} groupId={groupId} onClose={() => setAdding(false)} />}
      {duty && (
        <DutyDrawer
          data={data}
          duty={duty}
          onClose={() =>
            leave(placeHref("team", `matrix/${encodeURIComponent(duty.id)}`), placeHref("team", "matrix"))
          }
        />
      )}
    </Page>
  );
}

function Filled({ data, groupId }: { readonly data: TeamData; readonly groupId: GroupId | null }) {
  const words = useWords();
  const findings = useMemo(
    () =>
      data.findings.filter((finding) => {
        const duties = finding.subjects.filter((ref) => ref.table === "duties");
        if (groupId === null || duties.length === 0) return true;
        return duties.some((ref) => data.rows.duties.get(ref.id)?.groupId === groupId);
      }),
    [data, groupId],
  );
  return (
    <>
      <FindingsPanel findings={findings} />
      <MatrixGrid data={data} groupId={groupId} height={gridHeight(findings.length)} />
      <p className="quiet">{words.text("team.legend")}</p>
    </>
  );
}

/** What is left of the window under the findings that show at first, so that the header stays in sight; never less than
 * ten rows. */
function gridHeight(findings: number): string {
  const shown = Math.min(findings, FIRST_FINDINGS);
  return `max(420px, calc(100dvh - ${290 + shown * 63}px))`;
}

function LimitChoice({ data }: { readonly data: TeamData }) {
  const words = useWords();
  const limit = String(data.settings.dutyLimit);
  const options = LIMITS.includes(limit) ? LIMITS : [...LIMITS, limit];
  return (
    <Choice
      label={words.text("team.field.duty-limit")}
      value={limit}
      options={options.map((value) => ({ value, label: value }))}
      onChange={(value) =>
        void runCommand(message("team.record.limit"), () =>
          ok([setFields<Settings>("settings", "workspace", { dutyLimit: Number(value) })]),
        )
      }
    />
  );
}

function restoreActions(data: TeamData, label: (count: number) => string) {
  const restored = (rows: TeamData["rows"]) =>
    [...rows.duties.values()]
      .filter((duty) => duty.archived)
      .map((duty) => restoreDuty(rows, duty.id))
      .flatMap((command) => (command.ok ? command.value : []));
  const changes = restored(data.rows);
  if (changes.length === 0) return [];
  const run = () => void runCommand(message("team.record.duty-restore"), ({ rows }) => ok(restored(rows)));
  return [{ label: label(changes.length), onClick: run }];
}
