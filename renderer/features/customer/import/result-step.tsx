import { goTo, placeHref } from "../../../platform/place.ts";
import { Button } from "../../../ui/button.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { BadRows } from "./bad-rows.tsx";
import { clearDone } from "./import-actions.ts";
import { importStore } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";
import { Counts } from "./preview-step.tsx";

/** What came of the import, and where to look next. */
export function ResultStep({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const waiting = importStore((state) => state.jobs.filter((one) => one.state !== "done").length);
  const plan = job.plan!;
  const { object } = plan.batch;
  const place = object === "deals" || object === "orders" ? object : "customers";
  const look = () => {
    clearDone();
    goTo(object === "members" ? placeHref("team", "members") : placeHref("customer", place));
  };
  return (
    <>
      <h2 className="import-done" role="status">
        {words.text(plan.writes ? "customer.wizard.done" : "customer.wizard.done-nothing", {
          file: job.name,
        })}
      </h2>
      <Counts plan={plan} />
      {plan.bad.length > 0 && <BadRows batch={plan.batch} rows={plan.bad} height={280} />}
      <footer className="import-foot">
        {waiting > 0 && (
          <Button kind="primary" onClick={() => importStore.setState({ openId: null })}>
            {words.text("customer.wizard.next-file", { count: waiting })}
          </Button>
        )}
        <Button kind={waiting > 0 ? "chip" : "primary"} onClick={look}>
          {words.text("customer.wizard.look", { object: words.text(`customer.object.${object}`) })}
        </Button>
      </footer>
    </>
  );
}
