import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { meetingTabs } from "./meeting-tabs.ts";

/** Fetched when they are first opened. */
const PracticesPage = lazy(async () => ({ default: (await import("./practices-page.tsx")).PracticesPage }));
const FeedPage = lazy(async () => ({ default: (await import("./feed-page.tsx")).FeedPage }));

/** 会议: the practice library and the announcements. */
export function MeetingRoom({ path }: { readonly path: string }) {
  return (
    <Suspense fallback={<LatePage path={path} />}>
      <MeetingPlace path={path} />
    </Suspense>
  );
}

/** The tabs stay while a page is fetched. */
function LatePage({ path }: { readonly path: string }) {
  return (
    <Page tabs={meetingTabs(useWords())} activeTab={path}>
      <LateSkeleton />
    </Page>
  );
}

function MeetingPlace({ path }: { readonly path: string }) {
  return path === "feed" ? <FeedPage /> : <PracticesPage />;
}
