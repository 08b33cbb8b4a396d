import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { subjectKey } from "../../base/id.ts";
import type { MemberId, Subject } from "../../base/id.ts";
import { FIRST_MONTH, monthsOfPeriod, partsOfPeriod, wholesOfPeriod } from "../fiscal-year.ts";
import type { Target } from "../records.ts";
import { targetId } from "../target-rows.ts";
import type { TargetTree } from "../target-tree.ts";
import type { LifeMonth } from "./life-findings.ts";
import type { memberMonths } from "./member-months.ts";

/** Records in the making, changed by amounts: every typed quarter and year of a subject follows its months, so a difference
 * that was there before is the same afterwards. */
export class RecordDraft {
  readonly tree: TargetTree;
  readonly #records = new Map<string, Target>();
  readonly #removed = new Set<string>();

  constructor(tree: TargetTree) {
    this.tree = tree;
  }

  /** Adds to a subject's month and to what is typed above it; where only a longer period is typed, to that alone. */
  add(subject: Subject, month: number, amount: number): void {
    const period = FIRST_MONTH + month;
    const wholes = wholesOfPeriod(period).filter((whole) => this.#at(subject, whole));
    if (this.#at(subject, period) || !this.#isLoose(subject, wholes)) this.#shift(subject, period, amount);
    for (const whole of wholes) this.#shift(subject, whole, amount);
  }

  /** Writes the months of a longer period that was typed alone. */
  unfold(
    subject: Subject,
    of: { readonly months: ReturnType<typeof memberMonths>; readonly period: number },
  ): void {
    for (const month of monthsOfPeriod(of.period)) {
      const period = FIRST_MONTH + month;
      if (!this.#at(subject, period)) this.#write(subject, period, of.months[month]!.value);
    }
  }

  mean(subject: Subject, month: number, days: number): void {
    const record = this.#at(subject, FIRST_MONTH + month);
    if (record) this.#put({ ...record, meantDays: days });
  }

  /** Takes out what has become 0 where the member is not there at all: the month, and the wholes that lie outside too. */
  clear(subject: Subject, month: number): void {
    const rows = this.tree.rows.filter((row) => subjectKey(row.subject) === subjectKey(subject));
    for (const period of [FIRST_MONTH + month, ...wholesOfPeriod(FIRST_MONTH + month)]) {
      const record = this.#at(subject, period);
      const isAbsent = rows.every((row) => this.tree.cells[row.index]![period]!.kind === "absent");
      if (!record || record.value !== 0 || record.opening !== undefined || !isAbsent) continue;
      this.#records.delete(record.id);
      this.#removed.add(record.id);
    }
  }

  /** What stays with nobody is seen only if a whole above is typed: where none is, the group's month becomes it. */
  pin(memberId: MemberId, { month, parent, value }: LifeMonth): void {
    const period = FIRST_MONTH + month;
    for (let at: number | null = parent; at !== null; at = this.tree.rows[at]!.parent) {
      const { subject } = this.tree.rows[at]!;
      if ([period, ...wholesOfPeriod(period)].some((one) => this.#at(subject, one))) return;
    }
    const others = this.tree.rows[parent]!.children.filter(
      (child) => this.tree.rows[child]!.seat?.member.id !== memberId,
    );
    const sum = others.reduce((all, child) => all + (this.tree.cells[child]![period]!.value ?? 0), value);
    this.#write(this.tree.rows[parent]!.subject, period, sum);
  }

  changes(): readonly Change[] {
    const gone = [...this.#removed].filter((id) => this.tree.book.targets.has(id));
    return [
      ...(gone.length > 0 ? [removeRecords("targets", gone)] : []),
      ...(this.#records.size > 0 ? [putRecords("targets", [...this.#records.values()])] : []),
    ];
  }

  /** Whether the subject has typed a whole and none of its parts: then there is no month to write. */
  #isLoose(subject: Subject, wholes: readonly number[]): boolean {
    const [nearest] = wholes;
    if (nearest === undefined) return false;
    const months = monthsOfPeriod(nearest).map((month) => FIRST_MONTH + month);
    return [...partsOfPeriod(nearest), ...months].every((part) => !this.#at(subject, part));
  }

  #shift(subject: Subject, period: number, amount: number): void {
    this.#write(subject, period, (this.#at(subject, period)?.value ?? 0) + amount);
  }

  #write(subject: Subject, period: number, value: number): void {
    const known = this.#at(subject, period);
    const { kpiId, line } = this.tree.scope;
    const { opening, meantDays } = known ?? {};
    this.#put({
      id: this.#id(subject, period),
      kpiId,
      subject: subjectKey(subject),
      periodId: this.tree.periods[period]!.id,
      line,
      value,
      ...(opening === undefined ? {} : { opening }),
      ...(meantDays === undefined ? {} : { meantDays }),
    });
  }

  #put(record: Target): void {
    this.#removed.delete(record.id);
    this.#records.set(record.id, record);
  }

  #at(subject: Subject, period: number): Target | undefined {
    const id = this.#id(subject, period);
    if (this.#removed.has(id)) return undefined;
    return this.#records.get(id) ?? this.tree.book.targets.get(id);
  }

  #id(subject: Subject, period: number): string {
    const { kpiId, line } = this.tree.scope;
    return targetId({ kpiId, line, subject, periodId: this.tree.periods[period]!.id });
  }
}
