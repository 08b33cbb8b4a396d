import { useState } from "react";
import { headcountOn } from "../../../core/team/memberships.ts";
import { leave, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MemberDrawer } from "./member-drawer.tsx";
import { MembersGrid } from "./members-grid.tsx";
import { NewMemberDrawer } from "./new-member-drawer.tsx";
import { useTeamData } from "./team-data.ts";

/** The people of the team, as a table that is edited in place, each with a drawer for what has dates. */
export function MembersPage({
  tabs,
  memberId,
}: {
  readonly tabs: readonly PageTab[];
  readonly memberId: string | null;
}) {
  const words = useWords();
  const data = useTeamData();
  const [show, setShow] = useState<"current" | "all">("current");
  const [adding, setAdding] = useState(false);
  const member = memberId === null ? undefined : data.rows.members.get(memberId);
  const isEmpty = data.rows.members.size === 0;
  return (
    <Page
      tabs={tabs}
      activeTab="members"
      {...(isEmpty ? {} : { hint: words.text("team.members.hint") })}
      tools={
        !isEmpty && (
          <>
            <Button kind="primary" onClick={() => setAdding(true)}>
              {words.text("team.members.add")}
            </Button>
            <Choice
              quiet
              label={words.text("team.members.show")}
              value={show}
              options={[
                { value: "current", label: words.text("team.members.only-current") },
                { value: "all", label: words.text("team.members.all") },
              ]}
              onChange={(value) => setShow(value)}
            />
            <span className="quiet">
              {words.text("team.members.headcount", { count: headcountOn(data.rows, data.today) })}
            </span>
          </>
        )
      }
    >
      {isEmpty ? (
        <EmptyState
          title={words.text("team.members.empty.title")}
          text={words.text("team.members.empty.text")}
          actions={[{ label: words.text("team.members.add"), onClick: () => setAdding(true) }]}
        />
      ) : (
        <MembersGrid data={data} showAll={show === "all"} />
      )}
      {adding && <NewMemberDrawer data={data} onClose={() => setAdding(false)} />}
      {member && (
        <MemberDrawer
          key={member.id}
          data={data}
          member={member}
          onClose={() =>
            leave(placeHref("team", `members/${encodeURIComponent(member.id)}`), placeHref("team", "members"))
          }
        />
      )}
    </Page>
  );
}
