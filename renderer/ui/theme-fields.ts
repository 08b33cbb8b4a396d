import type { Components } from "@mui/material/styles";

const FOCUS_RING = { outline: "2px solid var(--accent)", outlineOffset: -1, borderRadius: 6 } as const;

/** MUI's fields under our look: the label stands above, the hairline is the input's own, nothing moves or floats. */
export const fieldComponents: Components = {
  MuiFormControl: { styleOverrides: { root: { display: "flex", gap: 4, verticalAlign: "baseline" } } },
  MuiFormLabel: {
    styleOverrides: {
      root: {
        font: "inherit",
        fontSize: 12,
        letterSpacing: "inherit",
        "&, &.Mui-focused, &.Mui-error, &.Mui-disabled": { color: "var(--ink2)" },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        font: "inherit",
        fontSize: 12,
        letterSpacing: "inherit",
        margin: 0,
        "&, &.Mui-disabled": { color: "var(--ink2)" },
        "&.Mui-error": { color: "var(--risk)" },
      },
    },
  },
  MuiInputBase: {
    defaultProps: { disableInjectingGlobalStyles: true },
    styleOverrides: {
      root: {
        display: "flex",
        gap: 8,
        padding: 0,
        font: "inherit",
        letterSpacing: "inherit",
        cursor: "inherit",
        "&, &.Mui-disabled": { color: "inherit" },
      },
      input: {
        height: 36,
        padding: "6px 10px",
        boxSizing: "border-box",
        border: "1px solid var(--line)",
        borderRadius: 6,
        background: "var(--raised)",
        lineHeight: "22px",
        "&:hover": { borderColor: "var(--ink2)" },
        "&:focus-visible": FOCUS_RING,
        "&::placeholder": { color: "var(--ink2)", opacity: 1 },
        ".Mui-error > &": { borderColor: "var(--risk)" },
        "&.Mui-disabled": {
          color: "var(--ink2)",
          WebkitTextFillColor: "currentColor",
          borderColor: "var(--line)",
          background: "var(--paper)",
        },
        "&:is(textarea)": {
          height: "auto",
          minHeight: 72,
          maxHeight: "50vh",
          fieldSizing: "content",
          resize: "vertical",
        },
        "&:is(select)": { display: "inline-flex", justifyContent: "space-between", cursor: "pointer" },
      },
    },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { display: "flex", gap: 8, minHeight: 24, margin: 0, cursor: "inherit" } },
  },
  MuiCheckbox: {
    styleOverrides: {
      root: {
        padding: 0,
        borderRadius: 3,
        "&.Mui-focusVisible": { outline: "2px solid var(--accent)", outlineOffset: 1 },
      },
    },
  },
};
