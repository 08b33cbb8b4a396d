import type { MemberId } from "../../../core/base/id.ts";
import type { ReviewCycle } from "../../../core/review/records.ts";
import { CheckField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

const PEERS = ["0", "1", "2", "3", "4", "5"] as const;

/** Who is reviewed, and whose words are asked for. */
export type CycleWish = Pick<ReviewCycle, "memberIds" | "asksSelf" | "peerCount">;

/** The people to choose from and the parts to ask for. */
export function CycleFields(props: {
  readonly data: ReviewData;
  readonly people: readonly MemberId[];
  readonly wish: CycleWish;
  onChange(wish: CycleWish): void;
}) {
  const words = useWords();
  const { people, wish } = props;
  const { members } = props.data.workspace.rows;
  // Nobody can be asked of more colleagues than there are.
  const most = Math.max(wish.memberIds.length - 1, wish.peerCount);
  const change = (part: Partial<CycleWish>) => {
    props.onChange({ ...wish, ...part });
    return null;
  };
  return (
    <>
      <fieldset>
        <legend>{words.text("review.cycle.people", { count: wish.memberIds.length })}</legend>
        <div className="review-people">
          {people.map((id) => (
            <CheckField
              key={id}
              label={members.get(id)?.name ?? id}
              value={wish.memberIds.includes(id)}
              onCommit={(isIn) =>
                change({
                  memberIds: people.filter((one) => (one === id ? isIn : wish.memberIds.includes(one))),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <CheckField
        label={words.text("review.cycle.asks-self")}
        value={wish.asksSelf}
        onCommit={(asksSelf) => change({ asksSelf })}
      />
      <SelectField
        label={words.text("review.cycle.peers")}
        value={String(wish.peerCount) as (typeof PEERS)[number]}
        options={PEERS.filter((count) => Number(count) <= most).map((count) => ({
          value: count,
          label: words.text(count === "0" ? "review.cycle.peers.none" : "review.cycle.peers.count", {
            count: Number(count),
          }),
        }))}
        onCommit={(count) => change({ peerCount: Number(count) })}
      />
    </>
  );
}
