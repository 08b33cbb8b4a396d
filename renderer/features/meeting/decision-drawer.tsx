import { useState } from "react";
import { parseDay } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { lookAgain, putDecision, removeDecision } from "../../../core/meeting/decisions/edit-decisions.ts";
import type { DecisionFields } from "../../../core/meeting/decisions/edit-decisions.ts";
import type { Decision } from "../../../core/meeting/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

interface DrawerProps {
  readonly data: MeetingData;
  readonly decision: Decision;
  onClose(): void;
}

/** A decision, when to look at it again, and what came of it. */
export function DecisionDrawer({ data, decision, onClose }: DrawerProps) {
  const words = useWords();
  const write = (fields: DecisionFields) =>
    runFromField(words, message("meeting.record.decision-edit"), ({ rows }) =>
      putDecision(rows, decision, fields),
    );
  const remove = async () => {
    onClose();
    const label = message("meeting.record.decision-remove");
    await runCommand(label, ({ rows }) => removeDecision(rows, decision.id));
  };
  return (
    <Drawer
      open
      title={words.text("meeting.decision.field.text")}
      onClose={onClose}
      footer={<Button onClick={() => void remove()}>{words.text("meeting.decision.remove")}</Button>}
    >
      <TextField
        multiline
        label={words.text("meeting.decision.field.text")}
        value={decision.text}
        onCommit={(text) => write({ text })}
      />
      <div className="meeting-pairs">
        <DayField
          label={words.text("meeting.decision.field.on")}
          value={decision.on}
          onCommit={(text) => write({ on: parseDay(text) ?? decision.on })}
        />
        <DayField
          label={words.text("meeting.decision.field.reviewOn")}
          value={decision.reviewOn ?? ""}
          onCommit={(text) => write({ reviewOn: parseDay(text) ?? undefined })}
        />
      </div>
      <LookAgain data={data} decision={decision} onDone={onClose} />
    </Drawer>
  );
}

function LookAgain(props: { readonly data: MeetingData; readonly decision: Decision; onDone(): void }) {
  const words = useWords();
  const { data, decision, onDone } = props;
  const [seen] = useState(currentWorkspace);
  const [outcome, setOutcome] = useState(decision.outcome);
  const [next, setNext] = useState("");
  const done = async () => {
    const day = parseDay(next);
    const by = { outcome, today: data.today, ...(day === null ? {} : { next: day }) };
    const command = lookAgain(seen.rows, seen.rows.decisions.get(decision.id) ?? decision, by);
    const saved = await runCommand(message("meeting.record.decision-edit"), { command, seen });
    if (saved.ok) onDone();
  };
  return (
    <>
      <TextField
        multiline
        label={words.text("meeting.decision.field.outcome")}
        placeholder={words.text("meeting.decision.field.outcome.place")}
        value={outcome}
        onType={setOutcome}
        onCommit={(text) => {
          setOutcome(text);
          return null;
        }}
      />
      <DayField
        label={words.text("meeting.decision.again")}
        value={next}
        onCommit={(text) => {
          setNext(text);
          return null;
        }}
      />
      <p>
        <Button kind="primary" onClick={() => void done()}>
          {words.text("meeting.decision.reviewed")}
        </Button>
      </p>
    </>
  );
}
