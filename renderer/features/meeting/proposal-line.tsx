import type { Proposal } from "../../../core/meeting/practices/propose-practices.ts";
import { placeHref } from "../../platform/place.ts";
import { notify } from "../../storage/notice-store.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { countUseNow } from "./practice-commands.ts";

/** A stalled deal, in what it is like a practice, that practice where it is not plain which, and a button that counts the use. */
export function ProposalLine({
  of,
  withPractice,
}: {
  readonly of: Proposal;
  readonly withPractice?: boolean;
}) {
  const words = useWords();
  const { deal, practice } = of;
  const use = async () => {
    const wrong = await countUseNow(words, practice, { dealId: deal.id, note: "" });
    if (wrong !== null) return;
    const label = { title: practice.title, deal: deal.name || deal.id };
    notify({ tone: "done", message: message("meeting.practice.record.use", label) });
  };
  return (
    <li className="proposal">
      <span className="proposal-what">
        <a href={placeHref("customer", "deals", { id: deal.id })}>{deal.name || deal.id}</a>
        {deal.amount !== undefined && (
          <span className="proposal-amount">{words.quantity({ unit: "money", value: deal.amount })}</span>
        )}
        {withPractice && <Reasons of={of.reasons} />}
      </span>
      {withPractice ? (
        <a className="proposal-why" href={placeHref("meeting", "practices", { id: practice.id })}>
          {practice.title}
        </a>
      ) : (
        <Reasons of={of.reasons} />
      )}
      <Button onClick={() => void use()}>{words.text("meeting.practice.use")}</Button>
    </li>
  );
}

/** Why something is proposed, on one line; the whole of it as a tip. */
export function Reasons({ of }: { readonly of: readonly Message[] }) {
  const words = useWords();
  const text = of.map((reason) => words.say(reason)).join(" · ");
  return (
    <span className="quiet proposal-why" data-tip={text}>
      {text}
    </span>
  );
}
