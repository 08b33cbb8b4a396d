import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { dealState } from "../../../core/customer/deal-marks.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { countUse, practiceOfDeal } from "../../../core/meeting/practices/edit-practices.ts";
import { proposePractices } from "../../../core/meeting/practices/propose-practices.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { recordName } from "./book-commands.ts";

const MOST_SHOWN = 3;

/** What the practice library has to do with a deal: a won one can be written up, a stalled one may use what others did. */
export function DealPractices({ deal }: { readonly deal: Deal }) {
  const words = useWords();
  const { practices } = useWorkspace().rows;
  const own = practiceOfDeal(practices, deal.id);
  if (own) {
    return (
      <p>
        <a href={placeHref("meeting", "practices", { id: own.id })}>
          {words.text("meeting.practice.deal.open", { title: own.title })}
        </a>
      </p>
    );
  }
  if (deal.category === "open") return <StalledPractices deal={deal} />;
  if (deal.category !== "won") return null;
  return (
    <p>
      <Button onClick={() => goTo(placeHref("meeting", "practices", { deal: deal.id }))}>
        {words.text("meeting.practice.deal.write")}
      </Button>
    </p>
  );
}

function StalledPractices({ deal }: { readonly deal: Deal }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [problem, setProblem] = useState<string | null>(null);
  const { practices } = workspace.rows;
  const context = kpiContext(workspace, today);
  const found = useMemo(() => {
    const isStalled = practices.size > 0 && dealState(context, deal, today).marks.includes("stalled");
    return isStalled ? proposePractices(context, practices, deal).slice(0, MOST_SHOWN) : [];
  }, [context, practices, deal, today]);
  if (found.length === 0) return null;
  const use = async (practice: Practice) => {
    const label = message("meeting.practice.record.use", { title: practice.title, deal: recordName(deal) });
    const use = { on: today, dealId: deal.id, note: "" };
    setProblem(
      await runFromField(words, label, ({ rows }) => countUse(rows.practices, { id: practice.id, use })),
    );
  };
  return (
    <section className="deal-practices" aria-labelledby="deal-practices">
      <h3 id="deal-practices">{words.text("meeting.practice.deal.could")}</h3>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {found.map(({ practice, reasons }) => (
          <li key={practice.id}>
            <span>
              <a href={placeHref("meeting", "practices", { id: practice.id })}>{practice.title}</a>
              <small className="quiet">{reasons.map((reason) => words.say(reason)).join(" · ")}</small>
            </span>
            <Button onClick={() => void use(practice)}>{words.text("meeting.practice.use")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
