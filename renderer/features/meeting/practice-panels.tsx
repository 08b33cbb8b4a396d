import { useMemo, useState } from "react";
import { practiceCandidates } from "../../../core/meeting/practices/practice-candidates.ts";
import { stalledProposals } from "../../../core/meeting/practices/propose-practices.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ProposalLine, Reasons } from "./proposal-line.tsx";

const SHOWN = 3;
const MOST = 12;

/** What the library can give and take today: stalled deals that could use a practice, and won deals worth writing up. */
export function PracticePanels() {
  return (
    <div className="practice-panels">
      <StalledPanel />
      <CandidatePanel />
    </div>
  );
}

function StalledPanel() {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const context = kpiContext(workspace, today);
  const { practices } = workspace.rows;
  const found = useMemo(() => stalledProposals(context, practices, SHOWN), [context, practices]);
  return (
    <section className="practice-panel" aria-labelledby="stalled-deals">
      <h2 id="stalled-deals">{words.text("meeting.practice.stalled")}</h2>
      {found.length === 0 ? (
        <p className="quiet">{words.text("meeting.practice.stalled.none")}</p>
      ) : (
        <ul className="proposals">
          {found.map((one) => (
            <ProposalLine key={one.deal.id} of={one} withPractice />
          ))}
        </ul>
      )}
    </section>
  );
}

function CandidatePanel() {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const context = kpiContext(workspace, today);
  const { practices } = workspace.rows;
  const [most, setMost] = useState(SHOWN);
  const found = useMemo(() => practiceCandidates(context, practices), [context, practices]);
  return (
    <section className="practice-panel" aria-labelledby="candidates">
      <h2 id="candidates">{words.text("meeting.practice.candidates")}</h2>
      {found.length === 0 && <p className="quiet">{words.text("meeting.practice.candidates.none")}</p>}
      <ul className="proposals">
        {found.slice(0, most).map(({ deal, reasons }) => (
          <li key={deal.id} className="proposal">
            <span className="proposal-what">
              <a href={placeHref("customer", "deals", { id: deal.id })}>{deal.name || deal.id}</a>
              {deal.amount !== undefined && (
                <span className="proposal-amount">
                  {words.quantity({ unit: "money", value: deal.amount })}
                </span>
              )}
            </span>
            <Reasons of={reasons} />
            <Button onClick={() => goTo(placeHref("meeting", "practices", { deal: deal.id }))}>
              {words.text("meeting.practice.write")}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > most && most < MOST && (
        <Button kind="link" onClick={() => setMost(MOST)}>
          {words.text("meeting.practice.candidates.more", { count: Math.min(found.length, MOST) - most })}
        </Button>
      )}
    </section>
  );
}
