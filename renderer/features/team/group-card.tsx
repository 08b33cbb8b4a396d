import { message } from "../../../core/base/message.ts";
import { archiveGroup, reorderGroups, restoreGroup } from "../../../core/team/edit-groups.ts";
import { headcountOn } from "../../../core/team/memberships.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Group } from "../../../core/team/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { GroupMark } from "./group-mark.tsx";
import type { TeamData } from "./team-data.ts";

interface GroupProps {
  readonly data: TeamData;
  readonly group: Group;
}

/** One group at a glance. */
export function GroupCard(
  props: GroupProps & { readonly index: number; onOpen(kind: "edit" | "merge" | "duty"): void },
) {
  const { data, group, onOpen } = props;
  const words = useWords();
  const name = nameMessage(group.name);
  const duties = living(data.rows.duties).filter((duty) => duty.groupId === group.id);
  const leader = data.rows.members.get(group.leaderId ?? "");
  const heads = headcountOn(data.rows, data.today, group.id);
  return (
    <article className="group-card" style={{ borderTopColor: `var(--group-${group.color})` }}>
      <header>
        <h2>
          <GroupMark group={group} />
        </h2>
        <OrderButtons data={data} group={group} index={props.index} />
      </header>
      <p className="quiet">
        {words.text("team.groups.members", { count: heads })} ·{" "}
        {words.text("team.groups.duties", { count: duties.length })} · {words.text("team.field.leader")}{" "}
        {leader?.name ?? words.text("team.field.leader-none")}
      </p>
      {group.purpose !== "" && <p>{group.purpose}</p>}
      <h3>{words.text("team.groups.catalogue")}</h3>
      {duties.length === 0 && <p className="quiet">{words.text("team.groups.no-duties")}</p>}
      <ul>
        {duties.map((duty) => (
          <li key={duty.id}>
            <a href={placeHref("team", `groups/${encodeURIComponent(duty.id)}`)}>{words.name(duty.name)}</a>
          </li>
        ))}
      </ul>
      <footer>
        <Button kind="link" onClick={() => onOpen("edit")}>
          {words.text("team.groups.edit")}
        </Button>
        <Button kind="link" onClick={() => onOpen("duty")}>
          {words.text("team.matrix.add-duty")}
        </Button>
        {data.groups.length > 1 && (
          <Button kind="link" onClick={() => onOpen("merge")}>
            {words.text("team.groups.merge")}
          </Button>
        )}
        <Button
          kind="link"
          onClick={() =>
            void runCommand(message("team.record.group-archive", { group: name }), ({ rows }) =>
              archiveGroup(rows, { id: group.id, on: data.today }),
            )
          }
        >
          {words.text("team.groups.archive")}
        </Button>
      </footer>
    </article>
  );
}

/** A group that is kept for its history. */
export function ArchivedGroup({ group }: Pick<GroupProps, "group">) {
  const words = useWords();
  return (
    <p>
      <GroupMark group={group} />{" "}
      <Button
        kind="link"
        onClick={() =>
          void runCommand(
            message("team.record.group-restore", { group: nameMessage(group.name) }),
            ({ rows }) => restoreGroup(rows, group.id),
          )
        }
      >
        {words.text("team.groups.restore")}
      </Button>
    </p>
  );
}

function OrderButtons({ data, group, index }: GroupProps & { readonly index: number }) {
  const words = useWords();
  const move = (by: 1 | -1) => {
    const ids = data.groups.map((one) => one.id);
    ids.splice(index, 1);
    ids.splice(index + by, 0, group.id);
    void runCommand(message("team.record.group-order"), ({ rows }) => reorderGroups(rows, ids));
  };
  const label = (key: string) => `${words.text(key)}: ${words.name(group.name)}`;
  return (
    <span className="order-buttons">
      {index > 0 && (
        <Button
          kind="link"
          label={label("team.groups.up")}
          title={words.text("team.groups.up")}
          onClick={() => move(-1)}
        >
          ↑
        </Button>
      )}
      {index < data.groups.length - 1 && (
        <Button
          kind="link"
          label={label("team.groups.down")}
          title={words.text("team.groups.down")}
          onClick={() => move(1)}
        >
          ↓
        </Button>
      )}
    </span>
  );
}
