import type { training as zh } from "../zh-cn/training.ts";
import type { WordsLike } from "../dictionary.ts";

/** What home says of training. */
export const training = {
  "training.home.title": "Training within thirty days",
  "training.home.formula": "Planned sessions from today on for thirty days.",
  "training.home.beside_one": "session within thirty days",
  "training.home.beside": "sessions within thirty days",
  "training.home.next": "Next: {{course}}, {{day}}",
  "training.home.forgotten_one": "{{count}} is over and nobody noted who came",
  "training.home.forgotten": "{{count}} are over and nobody noted who came",
  "training.home.open": "See what training is needed",
} as const satisfies WordsLike<typeof zh>;
