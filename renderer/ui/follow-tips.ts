export const TIP_CLASS = "tip";

const SHOW_MS = 400;
/** Time to reach the bubble with the pointer. */
const HIDE_MS = 120;

/** Calls `show` with the part whose tip is to be seen, by pointer or by keyboard focus, and with `null` when none is.
 * Answers the way to stop. */
export function followTips(show: (anchor: HTMLElement | null) => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | null = null;
  const turnTo = (anchor: HTMLElement | null) => {
    clearTimeout(timer);
    shown = anchor?.isConnected ? anchor : null;
    show(shown);
  };
  const turnSoon = (anchor: HTMLElement | null) => {
    clearTimeout(timer);
    if (anchor !== shown) timer = setTimeout(() => turnTo(anchor), anchor ? SHOW_MS : HIDE_MS);
  };
  const hide = () => {
    if (shown) turnTo(null);
  };
  const on = <K extends keyof DocumentEventMap>(type: K, listen: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listen, { capture: true, passive: true, signal: stop.signal });

  on("pointerover", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest(`.${TIP_CLASS}`)) clearTimeout(timer);
    else turnSoon(target.closest<HTMLElement>("[data-tip]"));
  });
  on("focusin", ({ target }) => {
    if (target instanceof Element && target.matches(":focus-visible")) turnSoon(tipOfFocus(target));
    else hide();
  });
  on("pointerdown", () => turnTo(null));
  on("keydown", ({ key }) => {
    if (key === "Escape") turnTo(null);
  });
  on("scroll", hide);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** Inside a cell of a grid nothing but the cell takes the focus: there the tip of its content counts too. */
function tipOfFocus(focused: Element): HTMLElement | null {
  return (
    focused.closest<HTMLElement>("[data-tip]") ??
    (focused.matches("[data-cell]") ? focused.querySelector<HTMLElement>("[data-tip]") : null)
  );
}
