import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PartFields } from "./part-fields.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";

/** What colleagues say: those who have written, and a place for the next. */
export function PeerParts(props: ReviewDrawerProps) {
  const { data, view, member } = props;
  const words = useWords();
  const [next, setNext] = useState<MemberId | null>(null);
  const written = member.review?.peers.map((one) => one.memberId) ?? [];
  const shown = next !== null && !written.includes(next) ? [...written, next] : written;
  const others = view.members.filter(
    ({ memberId }) => memberId !== member.memberId && !shown.includes(memberId),
  );
  const canAdd = view.cycle.state !== "locked" && shown.length < view.cycle.peerCount && others.length > 0;
  return (
    <>
      {shown.map((peer) => (
        <PartFields key={peer} {...props} by={{ peer }} />
      ))}
      {canAdd && (
        <Choice
          label={words.text("review.peers.add")}
          value=""
          options={[
            { value: "", label: words.text("base.none") },
            ...others.map(({ memberId, name }) => ({ value: memberId as string, label: name })),
          ]}
          onChange={(id) => setNext(data.workspace.rows.members.get(id)?.id ?? null)}
        />
      )}
    </>
  );
}
