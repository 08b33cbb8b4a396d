import { startTransition, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";

/** So far from the screen something counts as seen: who scrolls finds it drawn. */
const NEAR = "200px";

/** Draws what is on the screen or close to it at once, and the rest when nobody needs the thread. */
export function WhenSeen<T>(props: { readonly of: T; readonly className?: string; draw(of: T): ReactNode }) {
  const { of, draw } = props;
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [drawn, setDrawn] = useState<T>(() => of);
  useEffect(() => {
    const watched = new IntersectionObserver(
      (entries) => startTransition(() => setNear(entries.at(-1)!.isIntersecting)),
      { rootMargin: NEAR },
    );
    watched.observe(place.current!);
    return () => watched.disconnect();
  }, []);
  if (isNear && drawn !== of) setDrawn(() => of);
  useEffect(() => (drawn === of ? undefined : later(() => setDrawn(() => of))), [drawn, of]);
  return (
    <div ref={place} className={props.className}>
      {draw(drawn)}
    </div>
  );
}

let waiting: (() => void)[] = [];

/** All that wait are drawn in one go, which React cuts into pieces by itself. Answers how to call a piece off. */
function later(work: () => void): () => void {
  if (waiting.length === 0) requestIdleCallback(drawWaiting);
  waiting.push(work);
  return () => {
    waiting = waiting.filter((one) => one !== work);
  };
}

function drawWaiting(): void {
  const works = waiting;
  waiting = [];
  startTransition(() => works.forEach((work) => work()));
}
