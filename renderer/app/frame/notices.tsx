import { useEffect, useRef } from "react";
import { dismissNotice, noticeStore } from "../../storage/notice-store.ts";
import type { Notice } from "../../storage/notice-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

const SHOWN_MS = 6000;

/** Short messages at the foot of the screen. What was done goes by itself, but not while it is read; the rest stays. */
export function Notices() {
  const words = useWords();
  const notices = noticeStore((state) => state.notices);
  return (
    <section className="notices" aria-label={words.text("app.notices")} aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const words = useWords();
  const held = useRef(false);
  useEffect(() => {
    if (notice.tone !== "done") return undefined;
    const timer = setInterval(() => {
      if (!held.current) dismissNotice(notice.id);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [notice]);
  const { action } = notice;
  const hold = (on: boolean) => () => {
    held.current = on;
  };
  return (
    <div
      className={`notice ${notice.tone}`}
      role={notice.tone === "failure" ? "alert" : undefined}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <p>{words.say(notice.message)}</p>
      {action && (
        <Button
          kind="link"
          onClick={() => {
            dismissNotice(notice.id);
            action.run();
          }}
        >
          {words.say(action.label)}
        </Button>
      )}
      <Button kind="link" label={words.text("app.notice.close")} onClick={() => dismissNotice(notice.id)}>
        <span aria-hidden>✕</span>
      </Button>
    </div>
  );
}
