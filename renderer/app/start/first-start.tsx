import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import type { Message } from "../../../core/base/message.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LanguageButton } from "../frame/top-bar.tsx";
import { NineSign } from "../frame/room-icon.tsx";
import type { PickedFile } from "../../platform/platform.ts";
import { speakOfRooms } from "../language.ts";
import { beginEmpty, beginFromBackup, beginFromFile, beginWithSample } from "./begin.ts";

/** Only who begins empty needs the fields. */
const TeamForm = lazy(async () => ({ default: (await import("./team-form.tsx")).TeamForm }));
/** Only who opens a locked file is asked for its passphrase. */
const UnlockForm = lazy(async () => {
  await speakOfRooms();
  return { default: (await import("../../features/vault/share/unlock-form.tsx")).UnlockForm };
});

/** What an earlier workspace left on this computer. */
const FoundStates = lazy(async () => {
  await speakOfRooms();
  return { default: (await import("./found-states.tsx")).FoundStates };
});

type Way = "empty" | "sample" | "backup";

/** The first screen of all: three ways in. */
export function FirstStart({ messages }: { readonly messages: readonly Message[] }) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const [locked, setLocked] = useState<PickedFile | null>(null);
  const [busy, setBusy] = useState<Way | null>(null);
  const [problem, setProblem] = useState<Message | null>(null);
  const go = async (way: Way, begin: () => Promise<Message | null>) => {
    setBusy(way);
    setProblem(null);
    setProblem(await begin());
    setBusy(null);
  };
  return (
    <main className="first-start">
      <header className="first-head">
        <span className="first-brand">
          <NineSign />
          {words.text("app.name")}
        </span>
        <LanguageButton />
      </header>
      <div className="first-body">
        <h1>{words.text("app.first.title")}</h1>
        <p className="first-lead">{words.text("app.first.lead")}</p>
        {[...messages, ...(problem ? [problem] : [])].map((message) => (
          <FindingLine
            key={message.key}
            // What the person did themselves is no alarm.
            tone={message.key === "vault.start.set-aside" ? "muted" : "at-risk"}
            text={words.say(message)}
            actions={[]}
          />
        ))}
        {locked ? (
          <Suspense>
            <UnlockForm
              file={locked}
              onCancel={() => setLocked(null)}
              onOpened={(file) => {
                setLocked(null);
                void go("backup", () => beginFromFile(file));
              }}
            />
          </Suspense>
        ) : asking ? (
          <Suspense>
            <TeamForm
              busy={busy === "empty"}
              onBack={() => setAsking(false)}
              onCreate={(choice) => void go("empty", () => beginEmpty(choice, words.locale))}
            />
          </Suspense>
        ) : (
          <>
            <div className="first-ways">
              <WayCard
                way="sample"
                busy={busy}
                onClick={() => void go("sample", () => beginWithSample(words.locale))}
                primary
              />
              <WayCard way="empty" busy={busy} onClick={() => setAsking(true)} />
              <WayCard
                way="backup"
                busy={busy}
                onClick={() => void go("backup", () => beginFromBackup(words, setLocked))}
              />
            </div>
            <Suspense>
              <FoundStates
                busy={busy !== null}
                onOpen={(file) => void go("backup", () => beginFromFile(file))}
              />
            </Suspense>
          </>
        )}
      </div>
      {currentPlatform().kind === "browser" && (
        <p className="first-foot">{words.text("app.first.browser")}</p>
      )}
    </main>
  );
}

function WayCard(props: {
  readonly way: Way;
  readonly busy: Way | null;
  readonly primary?: boolean;
  onClick(): void;
}): ReactNode {
  const words = useWords();
  const { way, busy } = props;
  return (
    <button
      type="button"
      className={props.primary ? "way-card primary" : "way-card"}
      aria-disabled={busy !== null || undefined}
      onClick={busy === null ? props.onClick : undefined}
    >
      <WayPicture way={way} />
      <strong>{words.text(`app.first.${way}`)}</strong>
      <span>{busy === way ? words.text("app.first.opening") : words.text(`app.first.${way}.text`)}</span>
    </button>
  );
}

/** Nine squares: empty, filled, and coming out of a box. */
function WayPicture({ way }: { readonly way: Way }) {
  const squares = Array.from({ length: 9 }, (_, index) => (
    <rect
      key={index}
      className={way === "sample" || (way === "backup" && index > 2) ? "full" : undefined}
      x={(index % 3) * 14 + 1}
      y={Math.floor(index / 3) * 14 + 1}
      width="10"
      height="10"
    />
  ));
  return (
    <svg className="way-picture" width="44" height="44" viewBox="0 0 42 42" aria-hidden="true">
      {squares}
    </svg>
  );
}
