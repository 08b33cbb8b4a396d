import type { Day } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { currencyDigits } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import type { Settings } from "../../../core/base/settings.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import { isOnTeam } from "../../../core/team/memberships.ts";
import type { Member } from "../../../core/team/records.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Money as it can be typed back; "" for none. */
export function moneyText(amount: Money | undefined, { currency }: Pick<Settings, "currency">): string {
  if (amount === undefined) return "";
  const digits = currencyDigits(currency);
  return printTargetText(amount, { unit: "money", kind: "flow", digits, shownPower: 0 });
}

/** The people on the team as choices; who is gone only where a record names them. */
export function peopleOptions(
  members: ReadonlyMap<string, Member>,
  of: { readonly today: Day; readonly named?: MemberId | undefined },
) {
  return inOrder(members)
    .filter((member) => isOnTeam(member, of.today) || member.id === of.named)
    .map((member) => ({ value: member.id as string, label: member.name }));
}

/** The foot of a form in a drawer: save, give up, and take away what is there already. */
export function FormFoot(props: {
  readonly saveLabel: string;
  onSave(): void;
  onClose(): void;
  onRemove?(): void;
}) {
  const words = useWords();
  return (
    <>
      <Button kind="primary" onClick={props.onSave}>
        {props.saveLabel}
      </Button>
      <Button onClick={props.onClose}>{words.text("base.cancel")}</Button>
      {props.onRemove && (
        <span className="reward-remove">
          <Button onClick={props.onRemove}>{words.text("base.remove")}</Button>
        </span>
      )}
    </>
  );
}

/** What is wrong with a form as a whole. */
export function FormProblem({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className="tone-at-risk" role="alert">
      {text}
    </p>
  );
}
