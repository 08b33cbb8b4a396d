import { lazy, Suspense } from "react";
import type { ReactNode } from "react";
import { lockStore } from "../../storage/app-lock.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LateSkeleton } from "../../ui/late-skeleton.tsx";
import { speakOfRooms } from "../language.ts";
import { NineSign } from "../frame/room-icon.tsx";
import { openNow } from "./start-up.ts";
import { startStore } from "./start-store.ts";
import type { StartPhase } from "./start-store.ts";
import "./start.css";

const FirstStart = lazy(async () => ({ default: (await import("./first-start.tsx")).FirstStart }));

const RescueScreen = lazy(async () => ({ default: (await import("./rescue-screen.tsx")).RescueScreen }));
/** Only where what lies here is of a newer version. */
const SetAside = lazy(async () => {
  await speakOfRooms();
  return { default: (await import("./set-aside.tsx")).SetAside };
});
/** Only who has set a lock needs it. */
const LockScreen = lazy(async () => {
  await speakOfRooms();
  return { default: (await import("../lock/lock-screen.tsx")).LockScreen };
});

interface GateWords {
  readonly title: string;
  readonly text: string;
  readonly again?: string;
}

const WORDS_BY_PHASE: Partial<Record<StartPhase, GateWords>> = {
  locked: { title: "app.second.title", text: "app.second.text", again: "app.second.again" },
  refused: { title: "app.newer.title", text: "app.newer.text" },
};

/** Lets the app through once a workspace is open; before that, what there is to say or to choose. */
export function StartGate({ children }: { readonly children: ReactNode }) {
  const { phase, messages } = startStore();
  const words = useWords();
  const isLocked = lockStore((lock) => lock.isLocked);
  if (isLocked) {
    return (
      <Suspense>
        <LockScreen />
      </Suspense>
    );
  }
  if (phase === "open") return children;
  if (phase === "opening") return <LateSkeleton />;
  if (phase === "first-start") {
    return (
      <Suspense fallback={<LateSkeleton />}>
        <FirstStart messages={messages} />
      </Suspense>
    );
  }
  const said = WORDS_BY_PHASE[phase];
  if (!said) {
    return (
      <Suspense fallback={<LateSkeleton />}>
        <RescueScreen />
      </Suspense>
    );
  }
  return (
    <main className="start-message">
      <NineSign />
      <h1>{words.text(said.title)}</h1>
      <p>{words.text(said.text)}</p>
      {said.again !== undefined && (
        <Button kind="primary" onClick={() => void openNow()}>
          {words.text(said.again)}
        </Button>
      )}
      {phase === "refused" && (
        <Suspense>
          <SetAside />
        </Suspense>
      )}
    </main>
  );
}
