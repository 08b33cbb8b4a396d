import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { ownerIndex, unmatchedNames } from "../../../core/customer/owner.ts";
import type { OwnedFact } from "../../../core/customer/owner.ts";
import { editMember } from "../../../core/team/edit-members.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { unmatchedKind } from "./owner-cell.tsx";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** An owner whom no member matches, with the repair beside it: the name becomes an alias of a member, and everything of
 * that owner counts for them at once. Nothing to repair: nothing shown. */
export function OwnerRepair({ fact }: { readonly fact: OwnedFact }) {
  const { ownerName } = fact;
  const words = useWords();
  const workspace = useWorkspace();
  const members = rowsOf(workspace, "members");
  const [chosen, choose] = useState<string>(members[0]?.id ?? "");
  if (ownerName === undefined || members.length === 0) return null;
  const index = ownerIndex(members);
  const [owner] = fact.credits?.length ? [] : unmatchedNames(ownerName, index);
  if (owner === undefined) return null;
  const member = workspace.rows.members.get(chosen);
  const assign = () => {
    if (!member) return;
    void runCommand(message("customer.owner.alias-label", { owner, member: member.name }), ({ rows }) =>
      editMember(rows, chosen as MemberId, { aliases: [...member.aliases, owner] }),
    );
  };
  return (
    <section className="owner-repair">
      <p>{words.text(`customer.owner.${unmatchedKind(owner, index)}`, { owner })}</p>
      <div>
        <Choice
          label={words.text("customer.owner.is")}
          value={chosen}
          options={members.map((one) => ({ value: one.id as string, label: one.name }))}
          onChange={choose}
        />
        <Button onClick={assign}>{words.text("customer.owner.assign")}</Button>
      </div>
    </section>
  );
}
