import { message } from "../../../core/base/message.ts";
import { caseSteps, earlierCases } from "../../../core/customer/case-chain.ts";
import type { CaseStepKey } from "../../../core/customer/case-chain.ts";
import type { Case } from "../../../core/customer/records.ts";
import { TYPED_FIELDS } from "../../../core/customer/typed-fields.ts";
import type { TypedField } from "../../../core/customer/typed-fields.ts";
import { listMessage } from "../../../core/team/name-key.ts";
import { placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { SIGN_BY_TONE } from "../../ui/tone-sign.ts";
import { useWords } from "../../ui/words-context.tsx";
import { recordName } from "./book-commands.ts";
import { stepName, stepStateText, toneOf } from "./case-state.tsx";

/** Which fields belong to which step; the rest is the report. */
const FIELDS: Readonly<Record<Exclude<CaseStepKey, "report">, readonly string[]>> = {
  cause: ["cause"],
  remedy: ["remedy", "remedyOwnerId", "remedyDueOn", "remedyDoneOn"],
  check: ["checkOn", "checkedOn", "hasRecurred", "closedOn", "satisfaction"],
};

/** The fields of one step, in the order in which they are filled in. */
export function fieldsOfStep(step: CaseStepKey): readonly TypedField[] {
  if (step !== "report") return TYPED_FIELDS.cases.filter(({ key }) => FIELDS[step].includes(key));
  const later = Object.values(FIELDS).flat();
  return TYPED_FIELDS.cases.filter(({ key }) => !later.includes(key));
}

/** The four steps of a case as a line: what is done, what is missing, what is due; and the case that it repeats. */
export function CaseChain({ one }: { readonly one: Case }) {
  const words = useWords();
  const today = useView((view) => view.today);
  const earlier = earlierCases(useWorkspace().facts.cases).get(one.id);
  return (
    <>
      <ol className="case-chain" aria-label={words.text("customer.case.chain")}>
        {caseSteps(one, today).map((step) => {
          const tone = toneOf(step.state);
          const missing = step.missing.map((label) => message(`customer.field.${label}`));
          return (
            <li key={step.key} className={`case-step ${step.state}`}>
              <b>{stepName(words, step)}</b>
              <span className={`tone-${tone}`}>
                {SIGN_BY_TONE[tone] !== "" && <span aria-hidden>{SIGN_BY_TONE[tone]} </span>}
                {stepStateText(words, step, today)}
              </span>
              {missing.length > 0 && step.state !== "later" && (
                <small>{words.text("customer.case.missing", { fields: listMessage(missing) })}</small>
              )}
            </li>
          );
        })}
      </ol>
      {earlier && (
        <p className="case-again tone-at-risk">
          {words.text("customer.case.again")}{" "}
          <a href={placeHref("customer", "cases", { id: earlier.id })}>
            {words.text("customer.case.earlier", {
              name: recordName(earlier),
              closed: { day: earlier.closedOn! },
            })}
          </a>
        </p>
      )}
    </>
  );
}
