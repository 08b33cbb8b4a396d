import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: tables are then drawn as they are printed. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

/** Sheets are printed in the light theme, whatever the screen shows: ink on white. Answers how to stop. */
export function printInLight(): () => void {
  const root = document.documentElement;
  let before: string | undefined;
  const lighten = () => {
    before = root.dataset["theme"];
    root.dataset["theme"] = "light";
  };
  const restore = () => {
    if (before !== undefined) root.dataset["theme"] = before;
  };
  window.addEventListener("beforeprint", lighten);
  window.addEventListener("afterprint", restore);
  return () => {
    window.removeEventListener("beforeprint", lighten);
    window.removeEventListener("afterprint", restore);
  };
}
