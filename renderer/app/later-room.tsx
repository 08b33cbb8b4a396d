import type { Room } from "../platform/place.ts";
import { goTo, placeHref } from "../platform/place.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../ui/words-context.tsx";

const NEAREST: Partial<Record<Room, { readonly key: string; readonly href: string }>> = {
  meeting: { key: "app.later.findings", href: placeHref("team") },
  training: { key: "app.later.gaps", href: placeHref("team", "skills") },
};
const DESCRIBED: readonly Room[] = ["meeting", "training", "review"];

/** A room that this edition does not have: what will live here, and the nearest useful place. */
export function LaterRoom({ room }: { readonly room: Room }) {
  const words = useWords();
  const nearest = NEAREST[room];
  return (
    <Page>
      <EmptyState
        title={words.text("app.later.title", { room: words.text(`app.room.${room}`) })}
        text={words.text(DESCRIBED.includes(room) ? `app.later.${room}` : "app.later.any")}
        actions={nearest ? [{ label: words.text(nearest.key), onClick: () => goTo(nearest.href) }] : []}
      />
    </Page>
  );
}
