import { createContext, useContext, useEffect, useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { TipHost } from "./tip-host.tsx";
import { printInLight } from "./use-printing.ts";
import "./theme.css";

export const ROW_HEIGHT_BY_DENSITY = { compact: 36, comfortable: 44 } as const;

const RowHeightContext = createContext<number>(ROW_HEIGHT_BY_DENSITY.compact);

/** The height of a table's row in pixels: virtual tables must know it before they draw. */
export function useRowHeight(): number {
  return useContext(RowHeightContext);
}

export interface UiThemeProps {
  readonly theme: "light" | "dark";
  readonly density: keyof typeof ROW_HEIGHT_BY_DENSITY;
  readonly children: ReactNode;
}

/** Colours, type and density for everything below it, and for the page itself. */
export function UiTheme({ theme, density, children }: UiThemeProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.dataset["density"] = density;
  }, [theme, density]);
  useEffect(printInLight, []);
  return (
    <>
      <RowHeightContext value={ROW_HEIGHT_BY_DENSITY[density]}>{children}</RowHeightContext>
      <TipHost />
    </>
  );
}
