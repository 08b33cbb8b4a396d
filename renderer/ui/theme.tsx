import { CacheProvider } from "@emotion/react";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { createContext, useContext, useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { styleCache } from "./style-cache.ts";
import { fieldComponents } from "./theme-fields.ts";
import { TipHost } from "./tip-host.tsx";
import "./theme.css";

export const ROW_HEIGHT_BY_DENSITY = { compact: 36, comfortable: 44 } as const;

const RowHeightContext = createContext<number>(ROW_HEIGHT_BY_DENSITY.compact);

/** The height of a table's row in pixels: virtual tables must know it before they draw. */
export function useRowHeight(): number {
  return useContext(RowHeightContext);
}

/** MUI's pieces take every colour from the CSS variables of theme.css, so one attribute on the page switches all. */
const muiTheme = createTheme({
  cssVariables: { nativeColor: true },
  palette: {
    primary: { main: "var(--accent)", contrastText: "var(--on-accent)" },
    error: { main: "var(--risk)" },
    warning: { main: "var(--behind)" },
    success: { main: "var(--ahead)" },
    text: { primary: "var(--ink)", secondary: "var(--ink2)" },
    background: { default: "var(--paper)", paper: "var(--raised)" },
    divider: "var(--line)",
  },
  shape: { borderRadius: 6 },
  spacing: 8,
  typography: { fontFamily: "var(--font)", fontSize: 14, button: { textTransform: "none" } },
  transitions: { duration: { enteringScreen: 140, leavingScreen: 120, standard: 140, short: 120 } },
  components: {
    ...fieldComponents,
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
  },
});

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
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={muiTheme}>
        <RowHeightContext value={ROW_HEIGHT_BY_DENSITY[density]}>{children}</RowHeightContext>
        <TipHost />
      </ThemeProvider>
    </CacheProvider>
  );
}
