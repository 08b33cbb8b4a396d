import { useEffect, useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { parsePeriod } from "../../../core/base/period.ts";
import { cycleView } from "../../../core/review/cycle-view.ts";
import { moveCycle } from "../../../core/review/review-cycle.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { setView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { Calibration } from "./calibration.tsx";
import { cycleColumns, cycleRows } from "./cycle-columns.tsx";
import { CompetenciesDrawer } from "./competencies-drawer.tsx";
import { CycleHistory } from "./cycle-history.tsx";
import { CycleLockDrawer } from "./cycle-lock-drawer.tsx";
import { CyclePeopleDrawer } from "./cycle-people-drawer.tsx";
import { CycleSteps } from "./cycle-steps.tsx";
import { MissingList } from "./missing-list.tsx";
import { PartFiles } from "./part-files.tsx";
import { ReviewDrawer } from "./review-drawer.tsx";
import { reviewTabs } from "./review-tabs.ts";
import { StartCycle } from "./start-cycle.tsx";
import { useReview } from "./use-review.ts";
import type { ReviewData } from "./use-review.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import "./review-room.css";

type CycleAct = "lock" | "reopen" | "people";

/** 考核周期: the reviews of the chosen period, from not started to locked. */
export function CyclePage({ path }: { readonly path: string }) {
  const words = useWords();
  const data = useReview();
  const view = useMemo(() => cycleView(data.sources, data.period), [data]);
  useAddressedCycle(path);
  const [act, setAct] = useState<CycleAct | "competencies" | null>(null);
  const open = (memberId: MemberId | null) =>
    goTo(placeHref("review", memberId === null ? "cycle" : `cycle/${memberId}`));
  return (
    <Page
      tabs={reviewTabs(words)}
      activeTab="cycle"
      tools={
        <>
          {view && <CycleTools data={data} view={view} onAct={setAct} />}
          {view?.cycle.state !== "locked" && (
            <Button onClick={() => setAct("competencies")}>{words.text("review.competency.edit")}</Button>
          )}
        </>
      }
      {...(view ? { hint: words.text("review.cycle.hint") } : {})}
    >
      <CycleSteps period={data.period} state={view?.cycle.state ?? "none"} />
      {view ? (
        <Cycle data={data} view={view} onOpen={open} />
      ) : (
        <StartCycle key={data.period.id} data={data} />
      )}
      {view && <OpenReview data={data} view={view} path={path} onClose={() => open(null)} />}
      {act === "competencies" && (
        <CompetenciesDrawer data={data} cycle={view?.cycle ?? null} onClose={() => setAct(null)} />
      )}
      {view && act === "people" && <CyclePeopleDrawer data={data} view={view} onClose={() => setAct(null)} />}
      {view && (act === "lock" || act === "reopen") && (
        <CycleLockDrawer data={data} view={view} act={act} onClose={() => setAct(null)} />
      )}
    </Page>
  );
}

/** An address that names a cycle shows its period: reviews are opened from other places too. */
function useAddressedCycle(path: string): void {
  const id = path.split("/")[2] ?? "";
  useEffect(() => {
    const addressed = parsePeriod(id, 1);
    if (addressed) setView({ periodId: addressed.id });
  }, [id]);
}

interface CycleProps {
  readonly data: ReviewData;
  readonly view: CycleView;
}

function CycleTools({ data, view, onAct }: CycleProps & { onAct(act: CycleAct): void }) {
  const words = useWords();
  const { cycle } = view;
  const move = (to: "open" | "calibration") =>
    void runCommand(message(`review.command.move-${to}`, { period: { period: cycle.id } }), ({ rows }) =>
      moveCycle(rows, { cycleId: cycle.id, to }),
    );
  if (cycle.state === "locked") {
    return <Button onClick={() => onAct("reopen")}>{words.text("review.cycle.reopen")}</Button>;
  }
  const people = <Button onClick={() => onAct("people")}>{words.text("review.cycle.edit")}</Button>;
  if (cycle.state === "open") {
    return (
      <>
        <Button kind="primary" onClick={() => move("calibration")}>
          {words.text("review.cycle.calibrate")}
        </Button>
        {people}
      </>
    );
  }
  const isMissing = cycleRows(data, view).some(({ missing }) => missing.length > 0);
  return (
    <>
      <Button
        kind="primary"
        disabled={isMissing}
        {...(isMissing ? { title: words.text("review.problem.missing") } : {})}
        onClick={() => onAct("lock")}
      >
        {words.text("review.cycle.lock")}
      </Button>
      <Button onClick={() => move("open")}>{words.text("review.cycle.back")}</Button>
      {people}
    </>
  );
}

function Cycle({ data, view, onOpen }: CycleProps & { onOpen(memberId: MemberId): void }) {
  const words = useWords();
  const rows = cycleRows(data, view);
  const title = words.text("review.cycle.title", { period: { period: view.cycle.id } });
  return (
    <>
      {view.cycle.state !== "locked" && <MissingList rows={rows} onOpen={onOpen} />}
      {view.cycle.state !== "locked" && (view.cycle.asksSelf || view.cycle.peerCount > 0) && (
        <PartFiles data={data} view={view} />
      )}
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.member.memberId}
        columns={cycleColumns(words, view)}
        onOpen={(row) => onOpen(row.member.memberId)}
        exportName={title}
        height={420}
      />
      {view.cycle.state !== "open" && <Calibration data={data} view={view} />}
      <CycleHistory data={data} cycle={view.cycle} />
    </>
  );
}

function OpenReview({ path, ...props }: CycleProps & { readonly path: string; onClose(): void }) {
  const id = decodeURIComponent(path.split("/")[1] ?? "");
  const member = props.view.members.find(({ memberId }) => memberId === id);
  return member ? <ReviewDrawer key={id} {...props} member={member} /> : null;
}
