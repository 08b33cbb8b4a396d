import { lazy, Suspense } from "react";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MeetingsPage } from "./meetings-page.tsx";
import { meetingTabs } from "./meeting-tabs.ts";

/** Fetched when they are first opened. */
const ActionsPage = lazy(async () => ({ default: (await import("./actions-page.tsx")).ActionsPage }));
const DecisionsPage = lazy(async () => ({ default: (await import("./decisions-page.tsx")).DecisionsPage }));
const MeetingPage = lazy(async () => ({ default: (await import("./meeting-page.tsx")).MeetingPage }));
const PracticesPage = lazy(async () => ({ default: (await import("./practices-page.tsx")).PracticesPage }));
const FeedPage = lazy(async () => ({ default: (await import("./feed-page.tsx")).FeedPage }));

/** 会议: series and meetings, agenda and minutes, actions and decisions, practices and announcements. */
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
    <Page tabs={meetingTabs(useWords())} activeTab={path === "meeting" ? "meetings" : path}>
      <LateSkeleton />
    </Page>
  );
}

function MeetingPlace({ path }: { readonly path: string }) {
  if (path === "meeting") return <MeetingPage />;
  if (path === "actions") return <ActionsPage />;
  if (path === "practices") return <PracticesPage />;
  if (path === "feed") return <FeedPage />;
  return path === "decisions" ? <DecisionsPage /> : <MeetingsPage />;
}
