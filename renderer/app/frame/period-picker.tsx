import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { yearOf } from "../../../core/base/day.ts";
import { childPeriods, period, periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { setView, useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";

/** The period that rules every screen: a chip with a step to each side, and a small sheet of year, quarters and months. */
export function PeriodPicker() {
  const words = useWords();
  const { fiscalStart } = settingsOf(useWorkspace());
  const periodId = useView((view) => view.periodId);
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  const shown = period(periodId, fiscalStart);
  const step = (by: number) => setView({ periodId: shiftPeriod(shown, by, fiscalStart).id });
  const choose = (chosen: PeriodId) => {
    setView({ periodId: chosen });
    sheet.current?.hidePopover();
  };
  return (
    <div className="period-picker" role="group" aria-label={words.text("app.period")}>
      <StepButton sign="‹" label={words.text("app.period.before")} onClick={() => step(-1)} />
      <button type="button" className="button chip period-chip" popoverTarget={id} aria-expanded={open}>
        {words.period(periodId)}
        <span aria-hidden="true" className="chip-arrow">
          ▾
        </span>
      </button>
      <StepButton sign="›" label={words.text("app.period.after")} onClick={() => step(1)} />
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="toolbar"
        tabIndex={-1}
        aria-label={words.text("app.period")}
        className="period-sheet"
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={moveInSheet}
      >
        {open && <PeriodSheet chosen={periodId} fiscalStart={fiscalStart} onChoose={choose} />}
      </div>
    </div>
  );
}

function PeriodSheet(props: {
  readonly chosen: PeriodId;
  readonly fiscalStart: number;
  onChoose(chosen: PeriodId): void;
}) {
  const { chosen, fiscalStart, onChoose } = props;
  const words = useWords();
  const today = useView((view) => view.today);
  const [year, setYear] = useState(() =>
    yearOf(periodOf(period(chosen, fiscalStart).start, "year", fiscalStart).start),
  );
  const whole = period(String(year), fiscalStart);
  const now = periodOf(today, "quarter", fiscalStart).id;
  const button = (id: PeriodId, label: string) => (
    <button
      key={id}
      type="button"
      data-period={id}
      autoFocus={id === chosen}
      aria-current={id === chosen ? "true" : undefined}
      className={id === chosen ? "on" : undefined}
      onClick={() => onChoose(id)}
    >
      {label}
    </button>
  );
  return (
    <>
      <div className="period-year">
        <StepButton sign="‹" label={words.text("app.period.year-before")} onClick={() => setYear(year - 1)} />
        {button(whole.id, words.period(whole.id))}
        <StepButton sign="›" label={words.text("app.period.year-after")} onClick={() => setYear(year + 1)} />
      </div>
      <div className="period-grid">
        {childPeriods(whole, fiscalStart).map((quarter) => [
          button(quarter.id, words.period(quarter.id, "short")),
          ...childPeriods(quarter, fiscalStart).map((month) =>
            button(month.id, words.period(month.id, "short")),
          ),
        ])}
      </div>
      <button type="button" className="button link" onClick={() => onChoose(now)}>
        {words.text("app.period.now")}
      </button>
    </>
  );
}

function StepButton(props: { readonly sign: string; readonly label: string; onClick(): void }) {
  return (
    <button
      type="button"
      className="step-button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}

/** Arrows walk the sheet's four columns. */
function moveInSheet(event: KeyboardEvent<HTMLDivElement>): void {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -4, ArrowDown: 4 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-period]")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = at === 0 ? (by > 0 ? 1 : 0) : at + by < 1 ? 0 : at + by;
  buttons[Math.min(next, buttons.length - 1)]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
