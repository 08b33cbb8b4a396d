import { useState } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addGroup } from "../../../core/team/edit-groups.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { leave, placeHref } from "../../platform/place.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ArchivedGroup, GroupCard } from "./group-card.tsx";
import { GroupDrawer } from "./group-drawer.tsx";
import { DutyDrawer } from "./duty-drawer.tsx";
import { MergeDrawer } from "./merge-drawer.tsx";
import { NameDrawer } from "./name-drawer.tsx";
import { NewDutyDrawer } from "./new-duty-drawer.tsx";
import { useTeamData } from "./team-data.ts";

/** What is open beside the groups. */
type Open =
  { readonly kind: "new" } | { readonly kind: "edit" | "merge" | "duty"; readonly groupId: GroupId };

/** The groups with their purpose, leader and duty catalogue. */
export function GroupsPage({
  tabs,
  dutyId,
}: {
  readonly tabs: readonly PageTab[];
  readonly dutyId: string | null;
}) {
  const words = useWords();
  const data = useTeamData();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const group = open && "groupId" in open ? data.rows.groups.get(open.groupId) : undefined;
  const duty = dutyId === null ? undefined : data.rows.duties.get(dutyId);
  const archived = inOrder(data.rows.groups).filter((one) => one.archived);
  return (
    <Page
      tabs={tabs}
      activeTab="groups"
      hint={words.text("team.groups.hint")}
      tools={
        data.groups.length > 0 && (
          <Button kind="primary" onClick={() => setOpen({ kind: "new" })}>
            {words.text("team.groups.add")}
          </Button>
        )
      }
    >
      {data.groups.length === 0 && (
        <EmptyState
          title={words.text("team.groups.empty.title")}
          text={words.text("team.groups.empty.text")}
          actions={[{ label: words.text("team.groups.add"), onClick: () => setOpen({ kind: "new" }) }]}
        />
      )}
      <div className="group-cards">
        {data.groups.map((one, index) => (
          <GroupCard
            key={one.id}
            data={data}
            group={one}
            index={index}
            onOpen={(kind) => setOpen({ kind, groupId: one.id })}
          />
        ))}
      </div>
      {archived.length > 0 && (
        <section className="archived-groups">
          <h2>{words.text("team.groups.archived")}</h2>
          {archived.map((one) => (
            <ArchivedGroup key={one.id} group={one} />
          ))}
        </section>
      )}
      {open?.kind === "new" && (
        <NameDrawer
          title={words.text("team.groups.new")}
          onClose={close}
          onAdd={(name) =>
            runFromField(words, message("team.record.group-add", { group: nameMessage(name) }), ({ rows }) =>
              addGroup(rows, { id: currentPlatform().newId() as GroupId, name }),
            )
          }
        />
      )}
      {open?.kind === "edit" && group && <GroupDrawer data={data} group={group} onClose={close} />}
      {open?.kind === "merge" && group && <MergeDrawer data={data} group={group} onClose={close} />}
      {open?.kind === "duty" && group && <NewDutyDrawer data={data} groupId={group.id} onClose={close} />}
      {duty && (
        <DutyDrawer
          data={data}
          duty={duty}
          onClose={() =>
            leave(placeHref("team", `groups/${encodeURIComponent(duty.id)}`), placeHref("team", "groups"))
          }
        />
      )}
    </Page>
  );
}
