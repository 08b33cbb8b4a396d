import type { Promotion } from "../../../core/incentive/records.ts";
import { placeHref } from "../../platform/place.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CriterionMark } from "./promotion-drawer.tsx";
import type { RewardSource } from "./reward-source.ts";

/** A decision as it was recorded: it is read, not edited. */
export function DecisionRecord(props: {
  readonly source: RewardSource;
  readonly decision: Promotion;
  onClose(): void;
}) {
  const { decision, source } = props;
  const words = useWords();
  const name = source.rows.members.get(decision.memberId)?.name ?? decision.memberId;
  return (
    <Drawer
      open
      width={600}
      title={words.text("incentive.decision.record", {
        name,
        outcome: words.text(`incentive.decision.outcome.${decision.outcome}`),
      })}
      onClose={props.onClose}
    >
      <p>
        {decision.step} <span className="quiet">{words.day(decision.on)}</span>
      </p>
      {decision.reason !== "" && <p className="reward-words">{decision.reason}</p>}
      <h3 className="reward-head">{words.text("incentive.decision.frozen")}</h3>
      {decision.findings.length === 0 ? (
        <p className="quiet">{words.text("incentive.ladder.no-criteria")}</p>
      ) : (
        <ul className="criteria">
          {decision.findings.map((one) => (
            <li key={one.label}>
              <CriterionMark isMet={one.isMet} />
              <span>{one.label}</span>
              <span>{one.figure}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={placeHref("team", `members/${encodeURIComponent(decision.memberId)}`)}>
          {words.text("incentive.decision.member", { name })} →
        </a>
      </p>
    </Drawer>
  );
}
