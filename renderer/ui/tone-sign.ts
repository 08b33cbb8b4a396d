import type { Tone } from "./figure.tsx";

/** State is never told by colour alone: each tone has its sign. */
export const SIGN_BY_TONE: Readonly<Record<Tone, string>> = {
  ahead: "▲",
  "on-pace": "",
  behind: "▼",
  "at-risk": "●",
  muted: "",
};
