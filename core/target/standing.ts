import type { Day } from "../base/day.ts";
import type { ExplainedInput, Explanation } from "../base/explain.ts";
import type { Subject, KpiId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity, Unit } from "../base/message.ts";
import { money } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { HOLIDAY_TABLE } from "../base/holiday-table.ts";
import { isProvisional, workingDaysIn } from "../base/working-calendar.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import { absencesOf } from "../team/member-status.ts";
import { attainment, dueByNow, pace, paceState, requiredPerDay, workingDaysOn } from "./measures.ts";
import type { Measured, PaceState, Standing, WorkingDays } from "./measures.ts";
import { FIRST_MONTH, monthsOfPeriod } from "./fiscal-year.ts";
import { presentSpans } from "./life/present-spans.ts";
import { openingAt } from "./opening.ts";
import { partsOf } from "./reconcile.ts";
import { targetId } from "./target-rows.ts";
import { placeOf } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";
import { treePlace, treeSubject } from "./tree-place.ts";

/** Where an actual comes from: a KPI's value, its reason when there is none, and how it explains itself. */
export type ActualOf = (
  kpiId: KpiId,
  subject: Subject,
  period: Period,
) => Pick<KpiValue, "value" | "note" | "explain">;

/** A figure of the target table: what it is, why it is missing, how it came about. */
export interface TargetFigure {
  readonly quantity: Quantity;
  readonly note?: Message;
  explain(): Explanation;
}

/** Where one row stands in one period. */
export interface RowStanding {
  readonly target: TargetFigure;
  /** The book's value and the opening figure. */
  readonly actual: TargetFigure;
  readonly attainment: TargetFigure;
  readonly dueByNow: TargetFigure;
  readonly pace: TargetFigure;
  readonly requiredPerDay: TargetFigure;
  /** `null` where there is no pace. */
  readonly state: PaceState | null;
  readonly days: WorkingDays;
}

/** The rules' versions, raised when a result can change for the same data. */
const RULE_VERSION = 2;

/** Target, actual, attainment, due by now, pace and required per day of a row of the tree in a period, as
 * `measures.ts` defines them, each with its explanation.
 * @example rowStanding(treeOf(book({ targets: { "team 2026-Q3": 660 } })), { row: 0, period: 3 }, { actualOf: () => ({ value: { unit: "count", value: 330 } }), today: "2026-09-14" }).attainment.quantity.value // => 0.5
 */
export function rowStanding(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  from: { readonly actualOf: ActualOf; readonly today: Day },
): RowStanding {
  const book = bookValue(tree, at, from.actualOf);
  const opening = tree.sums ? openingAt(tree, at.row, at.period) : null;
  const actual =
    book.value.value === null && opening === null ? null : (book.value.value ?? 0) + (opening ?? 0);
  const standing: Standing = {
    kpi: tree.kpi,
    target: tree.cells[at.row]![at.period]!.value,
    actual,
    days: daysOf(tree, at, from.today),
  };
  const figures = new Figures(tree, at, { standing, book, opening });
  const paceNow = pace(standing);
  return {
    target: figures.target(),
    actual: figures.actual(),
    attainment: figures.made("attainment", attainment(standing), "percent"),
    dueByNow: figures.made("due", dueByNow(standing), tree.kpi.unit),
    pace: figures.made("pace", paceNow, "percent"),
    requiredPerDay: figures.made("required", requiredPerDay(standing), tree.kpi.unit),
    state:
      paceNow.value === null
        ? null
        : paceState(paceNow.value, { direction: tree.kpi.direction, left: standing.days.left }),
    days: standing.days,
  };
}

/** The working days of a row: a member's own, in the months that count here, on the team and not away; of all others
 * those of the period. An FTE changes nothing here: it is the same on each of the days. */
function daysOf(tree: TargetTree, at: { row: number; period: number }, today: Day): WorkingDays {
  const member = tree.rows[at.row]!.seat?.member;
  const away = member ? absencesOf(tree.book.absences, member.id) : [];
  const spans = stretches(tree, at).flatMap((stretch) =>
    member
      ? presentSpans(member, stretch, away).map(({ from, until }) => ({ start: from, end: until! }))
      : [stretch],
  );
  const days = { total: 0, elapsed: 0, left: 0 };
  for (const span of spans) {
    const one = workingDaysOn(tree.calendar, span, today);
    days.total += one.total;
    days.elapsed += one.elapsed;
    days.left += one.left;
  }
  return days;
}

/** The whole period, or the months of it in which a member counts here. */
function stretches(tree: TargetTree, at: { row: number; period: number }): readonly Period[] {
  const { seat } = tree.rows[at.row]!;
  const months = monthsOfPeriod(at.period);
  const here = months.filter((month) => seat?.months[month] ?? true);
  if (here.length === 0 || here.length === months.length) return [tree.periods[at.period]!];
  return here.map((month) => tree.periods[FIRST_MONTH + month]!);
}

/** What the book says of a row: of a member who was elsewhere for some of the period, the flow of the months here. */
function bookValue(
  tree: TargetTree,
  at: { row: number; period: number },
  actualOf: ActualOf,
): ReturnType<ActualOf> {
  const { subject } = tree.rows[at.row]!;
  const months = stretches(tree, at);
  const whole = actualOf(tree.kpi.id, subject, tree.periods[at.period]!);
  if (months.length === 1 || !tree.sums || tree.cells[at.row]![at.period]!.kind !== "part") return whole;
  const values = months.map((month) => actualOf(tree.kpi.id, subject, month));
  const known = values.filter((one) => one.value.value !== null);
  if (known.length === 0) return whole;
  const sum = known.reduce((all, one) => all + one.value.value!, 0);
  const value = quantityOf(tree.kpi.unit, sum);
  return {
    value,
    explain: () => ({
      ...whole.explain(),
      value,
      formula: message("target.formula.part"),
      rows: [],
      inputs: months.map((month, index) => ({
        label: message("target.input.part", { part: { period: month.id } }),
        value: values[index]!.value,
        explain: () => values[index]!.explain(),
      })),
    }),
  };
}

interface Given {
  readonly standing: Standing;
  readonly book: ReturnType<ActualOf>;
  readonly opening: number | null;
}

/** Makes the figures of one row and period; explanations are worked out only when asked for. */
class Figures {
  readonly #tree: TargetTree;
  readonly #at: { readonly row: number; readonly period: number };
  readonly #given: Given;

  constructor(tree: TargetTree, at: { row: number; period: number }, given: Given) {
    this.#tree = tree;
    this.#at = at;
    this.#given = given;
  }

  target(): TargetFigure {
    const quantity = this.#quantity(this.#given.standing.target);
    const { kind } = this.#cell();
    return {
      quantity,
      ...(quantity.value === null ? { note: message("target.none.no-target") } : {}),
      explain: () => ({
        ...this.#frame("target", quantity),
        formula: message(`target.formula.target.${kind === "absent" || kind === "none" ? "own" : kind}`),
        inputs: kind === "periods" || kind === "people" ? this.#partInputs(kind) : [],
        rows: this.#targetRow(),
        notes: quantity.value === null ? [message("target.none.no-target")] : [],
      }),
    };
  }

  actual(): TargetFigure {
    const { book, opening, standing } = this.#given;
    if (opening === null) {
      return {
        quantity: book.value,
        ...(book.note ? { note: book.note } : {}),
        explain: () => book.explain(),
      };
    }
    const quantity = this.#quantity(standing.actual);
    return {
      quantity,
      explain: () => ({
        ...this.#frame("actual", quantity),
        formula: message("target.formula.actual"),
        inputs: [
          { label: message("target.input.book"), value: book.value, explain: () => book.explain() },
          { label: message("target.input.opening"), value: this.#quantity(opening) },
        ],
        rows: [],
        notes: book.note ? [book.note] : [],
      }),
    };
  }

  made(name: "attainment" | "due" | "pace" | "required", measured: Measured, unit: Unit): TargetFigure {
    const quantity =
      unit === "percent" ? ({ unit, value: measured.value } as const) : this.#quantity(measured.value);
    return {
      quantity,
      ...(measured.note ? { note: measured.note } : {}),
      explain: () => ({
        ...this.#frame(name, quantity),
        formula: message(`target.formula.${name}${this.#lower() ? ".lower" : ""}`),
        inputs: this.#inputs(name),
        rows: [],
        notes: [
          ...(measured.note ? [measured.note] : []),
          ...(name === "attainment" ? [] : [...this.#ownDays(), ...this.#calendarNotes()]),
        ],
      }),
    };
  }

  #inputs(name: "attainment" | "due" | "pace" | "required"): readonly ExplainedInput[] {
    const { days } = this.#given.standing;
    const target = {
      label: message("target.column.target"),
      value: this.target().quantity,
      explain: () => this.target().explain(),
    };
    const actual = {
      label: message("target.column.actual"),
      value: this.actual().quantity,
      explain: () => this.actual().explain(),
    };
    const dayInput = (key: string, value: number): ExplainedInput => ({
      label: message(key),
      value: { unit: "days", value },
    });
    const passed = [
      dayInput("target.input.elapsed", days.elapsed),
      dayInput("target.input.total", days.total),
    ];
    if (name === "attainment") return [actual, target];
    if (name === "due") return [target, ...passed];
    if (name === "required") return [target, actual, dayInput("target.input.left", days.left)];
    const due = this.made("due", dueByNow(this.#given.standing), this.#tree.kpi.unit);
    return [
      actual,
      { label: message("target.column.due"), value: due.quantity, explain: () => due.explain() },
    ];
  }

  #partInputs(direction: "periods" | "people"): readonly ExplainedInput[] {
    return partsOf(this.#tree, { ...this.#at, direction })
      .filter((part) => part.cell.value !== null)
      .map((part) => {
        const figures = new Figures(this.#tree, part, {
          ...this.#given,
          standing: { ...this.#given.standing, target: part.cell.value },
        });
        const label =
          direction === "people"
            ? treeSubject(this.#tree, part.row)
            : { period: this.#tree.periods[part.period]!.id };
        return {
          label: message("target.input.part", { part: label }),
          value: this.#quantity(part.cell.value),
          explain: () => figures.target().explain(),
        };
      });
  }

  #frame(name: string, value: Quantity): Pick<Explanation, "title" | "value" | "ruleVersion"> {
    return {
      title: message(`target.explain.${name}`, {
        ...treePlace(this.#tree, this.#at),
        line: message(`target.line.${this.#tree.scope.line}`),
      }),
      value,
      ruleVersion: RULE_VERSION,
    };
  }

  #targetRow(): Explanation["rows"] {
    const record = this.#cell().record;
    if (!record) return [];
    const place = placeOf(this.#tree, this.#at.row, this.#at.period);
    return [
      {
        ref: { table: "targets", id: targetId(place) },
        label: place.periodId,
        amount: this.#quantity(record.value),
      },
    ];
  }

  /** Said where a member's own days are fewer than those of the period. */
  #ownDays(): readonly Message[] {
    const { seat } = this.#tree.rows[this.#at.row]!;
    const days = this.#given.standing.days.total;
    const all = workingDaysIn(this.#tree.calendar, this.#tree.periods[this.#at.period]!);
    if (!seat || days === all) return [];
    return [message("target.note.own-days", { member: seat.member.name, days, all })];
  }

  #calendarNotes(): readonly Message[] {
    const version = message("target.note.calendar", {
      library: HOLIDAY_TABLE.library,
      version: HOLIDAY_TABLE.version,
    });
    const provisional = isProvisional(this.#tree.calendar, this.#tree.periods[this.#at.period]!);
    return provisional ? [message("target.note.provisional"), version] : [version];
  }

  #cell() {
    return this.#tree.cells[this.#at.row]![this.#at.period]!;
  }

  #quantity(value: number | null): Quantity {
    if (this.#tree.kpi.unit === "money")
      return { unit: "money", value: value === null ? null : money(Math.round(value)) };
    return quantityOf(this.#tree.kpi.unit, value);
  }

  #lower(): boolean {
    return this.#tree.kpi.direction === "lower";
  }
}
