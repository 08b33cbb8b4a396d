import { CacheProvider } from "@emotion/react";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import { styleCache } from "./style-cache.ts";
import { fieldComponents } from "./theme-fields.ts";

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

/** What MUI's pieces below need: our look and the style sheet that the page's policy lets in. It stands around every room and
 * not around the page, so that the first screen is drawn before MUI is fetched. */
export function FieldTheme({ children }: { readonly children: ReactNode }) {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={muiTheme}>{children}</ThemeProvider>
    </CacheProvider>
  );
}
