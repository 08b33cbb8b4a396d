import type { Day } from "../../core/base/day.ts";
import type { MemberId } from "../../core/base/id.ts";
import type { EraseChoice } from "../../core/vault/person/erase-person.ts";

/** 王芳 of the sample team asks to be erased; what was sealed stays under a neutral name. */
export function anEraseChoice(changed: Partial<EraseChoice> = {}): EraseChoice {
  return {
    memberId: "m-wang-fang" as MemberId,
    neutral: { id: "erased-1" as MemberId, name: "Former member 1" },
    statements: "neutral",
    reviews: "neutral",
    on: "2026-11-23" as Day,
    ...changed,
  };
}
