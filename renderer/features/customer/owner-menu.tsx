import { useMemo, useState } from "react";
import { creditsOf, ownerIndex } from "../../../core/customer/owner.ts";
import type { OwnedFact } from "../../../core/customer/owner.ts";
import { groupIdOn } from "../../../core/team/memberships.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Everyone, nobody, a group (`group:<id>`) or a member, and whether a fact is theirs. */
export function useOwnerFilter() {
  const workspace = useWorkspace();
  const { today } = useView();
  const [owner, setOwner] = useState("all");
  const members = rowsOf(workspace, "members");
  const { rows } = workspace;
  const passes = useMemo(() => {
    if (owner === "all") return undefined;
    const index = ownerIndex(members);
    const groupId = owner.startsWith("group:") ? owner.slice(6) : null;
    return (fact: OwnedFact) => {
      const { shares, unassigned } = creditsOf(fact, index);
      if (owner === "unassigned") return unassigned > 0;
      return shares.some(({ memberId }) =>
        groupId === null ? memberId === owner : groupIdOn(rows, memberId, today) === groupId,
      );
    };
  }, [owner, members, rows, today]);
  return { owner, setOwner, passes };
}

/** The menu of groups and members. */
export function OwnerMenu(props: { readonly owner: string; onChange(owner: string): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const groups = rowsOf(workspace, "groups").filter((group) => group.archived !== true);
  return (
    <Choice
      label={words.text("customer.field.owner")}
      value={props.owner}
      options={[
        { value: "all", label: words.text("customer.filter.everyone") },
        { value: "unassigned", label: words.text("base.unassigned") },
        ...groups.map((group) => ({ value: `group:${group.id}`, label: words.name(group.name) })),
        ...rowsOf(workspace, "members").map((member) => ({ value: member.id as string, label: member.name })),
      ]}
      onChange={props.onChange}
    />
  );
}
