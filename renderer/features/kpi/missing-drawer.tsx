import { Fragment } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import { missingByMember } from "../../../core/kpi/missing-values.ts";
import type { MissingValue } from "../../../core/kpi/missing-values.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import type { Words } from "../../../core/words/words.ts";
import { setView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { KpiData } from "./kpi-data.ts";
import "./kpi.css";

const NAMED = 4;

/** One sentence: how many values of how many people are missing, and whose. */
export function missingLine(context: KpiContext, missing: readonly MissingValue[], words: Words): string {
  const byMember = missingByMember(missing);
  const named = byMember
    .slice(0, NAMED)
    .map(({ memberId, count }) =>
      words.text("kpi.values.missing-person", { name: nameOf(context, memberId), count }),
    );
  const more = byMember.length > NAMED ? words.text("kpi.values.missing-more") : "";
  const who = named.join(words.text("kpi.values.comma")) + more;
  return words.text("kpi.values.missing", { people: byMember.length, count: missing.length, who });
}

/** The missing values by person; each period leads to where it is typed. */
export function MissingDrawer(props: {
  readonly open: boolean;
  readonly data: KpiData;
  readonly missing: readonly MissingValue[];
  onClose(): void;
}) {
  const words = useWords();
  const { context, period } = props.data;
  const go = (periodId: PeriodId) => {
    setView({ periodId });
    props.onClose();
  };
  return (
    <Drawer
      open={props.open}
      title={words.text("kpi.values.missing-title", { period: { period: period.id } })}
      onClose={props.onClose}
    >
      {missingByMember(props.missing).map(({ memberId, kpis }) => (
        <Fragment key={memberId}>
          <h3 className="kpi-missing-name">{nameOf(context, memberId)}</h3>
          <ul className="kpi-missing">
            {kpis.map(({ kpi, periodIds }) => (
              <li key={kpi.id}>
                <span>{words.name(kpi.name)}</span>
                <span className="kpi-missing-periods">
                  {periodIds.map((periodId) => (
                    <Button
                      key={periodId}
                      kind="link"
                      label={words.text("kpi.values.go", { period: { period: periodId } })}
                      onClick={() => go(periodId)}
                    >
                      {words.period(periodId, "short")}
                    </Button>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </Drawer>
  );
}

function nameOf(context: KpiContext, memberId: MemberId): string {
  return context.rows.members.get(memberId)?.name ?? memberId;
}
