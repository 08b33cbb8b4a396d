import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { homeSource } from "./home-source.ts";
import { MeetingSquare } from "./meeting-square.tsx";
import { IncentiveSquare } from "./incentive-square.tsx";
import { NeedsStrip } from "./needs-strip.tsx";
import { TeamSquare } from "./people-squares.tsx";
import { CustomerSquare, VaultSquare } from "./record-squares.tsx";
import { KpiSquare, TargetSquare } from "./result-squares.tsx";
import { ReviewSquare } from "./review-square.tsx";
import { TrainingSquare } from "./training-square.tsx";
import "./home.css";

/** Nine squares and what needs the manager now. */
export function HomePage() {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const source = homeSource(workspace, { periodId, today });
  return (
    <div className="home">
      <div className="squares">
        <TeamSquare source={source} />
        <TargetSquare source={source} />
        <KpiSquare source={source} />
        <CustomerSquare source={source} />
        <MeetingSquare source={source} />
        <TrainingSquare source={source} />
        <IncentiveSquare source={source} />
        <ReviewSquare source={source} />
        <VaultSquare source={source} />
      </div>
      <NeedsStrip source={source} />
    </div>
  );
}
