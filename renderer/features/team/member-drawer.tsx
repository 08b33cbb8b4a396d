import { period as periodFrom, periodOf } from "../../../core/base/period.ts";
import type { Member } from "../../../core/team/records.ts";
import { placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MemberAbsences } from "./member-absences.tsx";
import { MemberDuties } from "./member-duties.tsx";
import { MemberFacts } from "./member-facts.tsx";
import { MemberLeaving } from "./member-leaving.tsx";
import { MemberPlaces } from "./member-places.tsx";
import { MemberTasks } from "./member-tasks.tsx";
import { MemberSkills } from "./member-skills.tsx";
import { SavePaper } from "./save-paper.tsx";
import { statusText } from "./status-text.ts";
import type { TeamData } from "./team-data.ts";

export interface MemberSectionProps {
  readonly data: TeamData;
  readonly member: Member;
}

/** Everything about one member. Each field is taken when it is left; nothing waits for a save. */
export function MemberDrawer({ data, member, onClose }: MemberSectionProps & { onClose(): void }) {
  const words = useWords();
  const { periodId } = useView();
  const { fiscalStart } = data.settings;
  const year = periodOf(periodFrom(periodId, fiscalStart).start, "year", fiscalStart);
  return (
    <Drawer open title={member.name} onClose={onClose} width={560}>
      <div className="member-head">
        <p className="quiet">{statusText(words, { rows: data.rows, member, today: data.today })}</p>
        <SavePaper
          wish={{ kind: "job-card", period: year, memberId: member.id }}
          name={words.text("review.job-card.file", { name: member.name })}
          title={words.text("review.job-card.name")}
        />
        <span className="save-paper">
          <a href={placeHref("kpi", `cards/member:${member.id}`)}>{words.text("review.member.card")}</a>
          <a href={placeHref("review", `member/${member.id}`)}>{words.text("review.member.pack")}</a>
        </span>
      </div>
      <MemberFacts member={member} />
      <MemberPlaces data={data} member={member} />
      <MemberAbsences data={data} member={member} />
      <MemberDuties data={data} member={member} />
      <MemberTasks member={member} />
      <MemberSkills data={data} member={member} />
      <MemberLeaving data={data} member={member} />
    </Drawer>
  );
}
