import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import { lifeAhead } from "../target/life/life-ahead.ts";
import type { LifeCause } from "../target/life/life-findings.ts";
import type { TargetRows } from "../target/target-rows.ts";
import type { TargetTree } from "../target/target-tree.ts";
import type { Member } from "../team/records.ts";
import { nameMessage } from "../team/name-key.ts";
import type { NeedSources } from "./needs-attention.ts";

type Cause = LifeCause | { readonly kind: "longer" };

interface Life {
  readonly member: Member;
  readonly cause: Cause;
  readonly tree: TargetTree;
  /** What the first tree's targets have too much, or too little. */
  readonly amount: number;
  /** In how many more trees. */
  more: number;
}

/** Members who came, went, moved or are long away, or stay longer than was known, and whose targets do not say so yet, of any
 * KPI, line and running or coming year: each member and cause once, with the amount in the first KPI and how many more there are.
 * @example lifeNeeds(leavingTree().book, "2026-08-01").map((need) => [need.about, need.what.params.amount.value]) // => [["a", 11]]
 */
export function lifeNeeds(rows: TargetRows, today: Day): NeedSources["findings"] {
  const lives = new Map<string, Life>();
  const note = (life: Omit<Life, "more">) => {
    const key = `${life.member.id}|${life.cause.kind}`;
    const known = lives.get(key);
    if (known) known.more += 1;
    else lives.set(key, { ...life, more: 0 });
  };
  for (const { tree, findings, longer } of lifeAhead(rows, today)) {
    for (const { member, cause, rest } of findings) note({ tree, member, cause, amount: rest });
    for (const { member, lack } of longer) note({ tree, member, cause: { kind: "longer" }, amount: lack });
  }
  return [...lives].map(([key, life]) => ({
    id: `life:${key}`,
    code: `life-${life.cause.kind}`,
    several: `meeting.need.life.several.${life.cause.kind}`,
    severity: "warning",
    kind: "life",
    level: 2,
    about: life.member.name,
    what: reasonOf(life),
    ref: { table: "members", id: life.member.id },
  }));
}

function reasonOf({ cause, tree, amount, more }: Life) {
  const params = {
    kpi: nameMessage(tree.kpi.name),
    amount: quantityOf(tree.kpi.unit, amount),
    ...("on" in cause ? { day: { day: cause.on } } : {}),
    ...(cause.kind === "leave" ? { day: { day: cause.from } } : {}),
  };
  return more === 0
    ? message(`meeting.need.life.${cause.kind}`, params)
    : message(`meeting.need.life.${cause.kind}.more`, { ...params, count: more });
}
