import { useMemo, useState } from "react";
import { dealChoices } from "../../../core/customer/record-choices.ts";
import { dropUse } from "../../../core/meeting/practices/edit-practices.ts";
import { dealsForPractice } from "../../../core/meeting/practices/propose-practices.ts";
import { readPractice } from "../../../core/meeting/practices/read-practice.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { matchingLabels } from "./matching-labels.ts";
import { countUseNow, dealName, practiceLabel } from "./practice-commands.ts";
import { ProposalLine } from "./proposal-line.tsx";

const MOST_DEALS = 5;

/** Where a practice was used again, where it could be, and a line to count one more. */
export function PracticeUses({ practice }: { readonly practice: Practice }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const context = kpiContext(workspace, today);
  const could = useMemo(() => dealsForPractice(context, practice), [context, practice]);
  return (
    <>
      <section className="practice-part" aria-labelledby="practice-uses">
        <h3 id="practice-uses">{words.text("meeting.practice.uses")}</h3>
        {practice.uses.length === 0 && <p className="quiet">{words.text("meeting.practice.uses.none")}</p>}
        <ul className="practice-uses">
          {practice.uses.map((use, at) => (
            <li key={`${use.on}/${use.dealId ?? at}`}>
              <span>{words.day(use.on)}</span>
              {use.dealId === undefined ? (
                <span className="quiet">{words.text("meeting.practice.uses.alone")}</span>
              ) : (
                <a href={placeHref("customer", "deals", { id: use.dealId })}>{dealName(use.dealId)}</a>
              )}
              <span className="quiet">{use.note}</span>
              <Button
                kind="link"
                label={words.text("meeting.practice.uses.drop", { day: { day: use.on } })}
                onClick={() => {
                  void runCommand(practiceLabel("drop", practice.title), ({ rows }) =>
                    dropUse(rows.practices, { id: practice.id, at }),
                  );
                }}
              >
                <span aria-hidden>✕</span>
              </Button>
            </li>
          ))}
        </ul>
        <AddUse practice={practice} />
      </section>
      {!practice.archived && (
        <section className="practice-part" aria-labelledby="practice-could">
          <h3 id="practice-could">{words.text("meeting.practice.could")}</h3>
          {could.length === 0 ? (
            <p className="quiet">{words.text("meeting.practice.could.none")}</p>
          ) : (
            <ul className="proposals">
              {could.slice(0, MOST_DEALS).map((one) => (
                <ProposalLine key={one.deal.id} of={one} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

function AddUse({ practice }: { readonly practice: Practice }) {
  const words = useWords();
  const { facts } = useWorkspace();
  const [deal, setDeal] = useState("");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const read = readPractice(facts.deals, { deal });
    const wrong = read.ok
      ? await countUseNow(words, practice, { dealId: read.value.dealId, note: note.trim().slice(0, 200) })
      : read.error.map((one) => words.say(one.message)).join(" ");
    setProblem(wrong);
    if (wrong !== null) return;
    setDeal("");
    setNote("");
  };
  return (
    <div className="use-line">
      <TextField
        label={words.text("meeting.practice.uses.deal")}
        value={deal}
        problem={problem ?? undefined}
        suggest={(text) => matchingLabels(dealChoices(facts.deals).labels, text)}
        onType={(text) => {
          setDeal(text);
          setProblem(null);
        }}
        onCommit={() => null}
      />
      <TextField
        label={words.text("meeting.practice.uses.note")}
        placeholder={words.text("meeting.practice.uses.note.place")}
        value={note}
        onType={setNote}
        onCommit={() => null}
      />
      <Button onClick={() => void add()}>{words.text("meeting.practice.uses.add")}</Button>
    </div>
  );
}
