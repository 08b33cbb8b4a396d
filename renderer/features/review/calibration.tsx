import { useState } from "react";
import { distribution, FEWEST_TO_COMPARE, guideCounts, GUIDES } from "../../../core/review/calibration.ts";
import type { GuideName } from "../../../core/review/calibration.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { Chart } from "../../ui/chart.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NineBox } from "./nine-box.tsx";
import type { ReviewData } from "./use-review.ts";

/** The nine-box, and how performance is spread beside a guide. */
export function Calibration({ data, view }: { readonly data: ReviewData; readonly view: CycleView }) {
  const words = useWords();
  return (
    <section className="review-part" aria-labelledby="review-calibration">
      <h3 id="review-calibration">{words.text("review.box")}</h3>
      {view.cycle.state === "calibration" && <p className="quiet">{words.text("review.box.hint")}</p>}
      <div className="review-calibration">
        <NineBox data={data} view={view} />
        <Distribution view={view} />
      </div>
    </section>
  );
}

const BANDS = [3, 2, 1] as const;

function Distribution({ view }: { readonly view: CycleView }) {
  const words = useWords();
  const [guide, setGuide] = useState<GuideName>("271");
  const spread = distribution(view.members);
  if (!spread) {
    return (
      <p className="quiet review-spread">{words.text("review.spread.few", { count: FEWEST_TO_COMPARE })}</p>
    );
  }
  const wanted = guideCounts(spread.all, guide);
  return (
    <div className="review-spread">
      <Choice<GuideName>
        label={words.text("review.spread.guide")}
        value={guide}
        options={(Object.keys(GUIDES) as GuideName[]).map((value) => ({
          value,
          label: words.text(`review.spread.guide.${value}`),
        }))}
        onChange={setGuide}
      />
      <Chart
        title={words.text("review.spread.title")}
        kind="bar"
        labels={BANDS.map((band) => words.text(`review.box.level.${band}`))}
        series={[
          { label: words.text("review.spread.now"), values: spread.counts },
          { label: words.text("review.spread.wanted"), values: wanted, dashed: true, tone: "at-risk" },
        ]}
        quantity={(value) => ({ unit: "count", value })}
        n={spread.placed}
        height={176}
      />
      <p className="quiet">{words.text("review.spread.n", { placed: spread.placed, all: spread.all })}</p>
      <p className="quiet">{words.text("review.spread.advice")}</p>
    </div>
  );
}
