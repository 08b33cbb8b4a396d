import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { NotesPanel } from "./notes-panel.tsx";

/** The private notes, for one member at a time: nobody's stand on the screen before they are asked for. */
export function NotesDrawer({ data, onClose }: { readonly data: MeetingData; onClose(): void }) {
  const words = useWords();
  const [memberId, choose] = useState("");
  return (
    <Drawer open title={words.text("meeting.note.title")} onClose={onClose}>
      <SelectField
        label={words.text("meeting.note.with")}
        value={memberId}
        options={[
          { value: "", label: words.text("meeting.note.choose") },
          ...membersOn(data.rows, data.today).map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onCommit={(id) => {
          choose(id);
          return null;
        }}
      />
      {memberId === "" ? (
        <p className="quiet">{words.text("meeting.note.private")}</p>
      ) : (
        <NotesPanel key={memberId} data={data} memberId={memberId as MemberId} />
      )}
    </Drawer>
  );
}
