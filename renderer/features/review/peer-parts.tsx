import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { askedPeers, askPeers } from "../../../core/review/asked-peers.ts";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PartFields } from "./part-fields.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runFromField } from "./use-review.ts";

/** What colleagues say: who is asked, and a part for each of them. */
export function PeerParts(props: ReviewDrawerProps) {
  const { data, view, member } = props;
  const words = useWords();
  const { cycle } = view;
  const written = member.review?.peers.map((one) => one.memberId) ?? [];
  if (cycle.state === "locked") {
    return written.map((peer) => <PartFields key={peer} {...props} by={{ peer }} />);
  }
  const asked = askedPeers(data.workspace.rows, cycle, member.memberId);
  const choose = (at: number, id: MemberId) =>
    runFromField(words, message("review.command.peers", { name: member.name }), ({ rows }) =>
      askPeers(rows, {
        cycleId: cycle.id,
        memberId: member.memberId,
        peerIds: asked.map((one, index) => (index === at ? id : one)),
      }),
    );
  return (
    <section className="review-part" aria-labelledby="review-peers">
      <h3 id="review-peers">{words.text("review.peers")}</h3>
      <p className="quiet">{words.text("review.peers.hint")}</p>
      <div className="review-ratings">
        {asked.map((peer, at) => (
          <SelectField
            key={peer}
            label={words.text("review.peers.asked", { number: at + 1 })}
            disabled={written.includes(peer)}
            value={peer as string}
            options={view.members
              .filter(({ memberId }) => memberId === peer || !asked.includes(memberId))
              .filter(({ memberId }) => memberId !== member.memberId)
              .map(({ memberId, name }) => ({ value: memberId as string, label: name }))}
            onCommit={(id) => choose(at, id as MemberId)}
          />
        ))}
      </div>
      {asked.map((peer) => (
        <PartFields key={peer} {...props} by={{ peer }} />
      ))}
    </section>
  );
}
