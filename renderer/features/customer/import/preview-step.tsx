import { message } from "../../../../core/base/message.ts";
import type { Batch } from "../../../../core/customer/records.ts";
import { listMessage, nameMessage } from "../../../../core/team/name-key.ts";
import type { PlannedImport } from "../../../worker/import-messages.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { CheckField } from "../../../ui/fields.tsx";
import { FindingLine } from "../../../ui/finding-line.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { BadRows } from "./bad-rows.tsx";
import { goToStep, importNow, makePlan } from "./import-actions.ts";
import { patchJob } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";

const MODES: readonly Batch["mode"][] = ["upsert", "add", "update", "skip"];

/** What the import will do, before it does it. */
export function PreviewStep({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const { plan } = job;
  if (plan === undefined) return null;
  const { writes } = plan;
  return (
    <>
      <div className="import-recognised">
        <Choice
          label={words.text("customer.wizard.mode")}
          value={job.mode}
          options={MODES.map((value) => ({ value, label: words.text(`customer.wizard.mode.${value}`) }))}
          onChange={(mode) => {
            patchJob(job.id, { mode });
            void makePlan(job.id);
          }}
        />
        <CheckField
          label={words.text("customer.wizard.keep-mapping")}
          value={job.keepsMapping}
          onCommit={(keepsMapping) => {
            patchJob(job.id, { keepsMapping });
            return null;
          }}
        />
      </div>
      <Counts plan={plan} />
      <Notes job={job} plan={plan} />
      {plan.bad.length > 0 && <BadRows batch={plan.batch} rows={plan.bad} height={280} />}
      <footer className="import-foot">
        <Button onClick={() => void goToStep(job.id, plan.batch.object === "members" ? "columns" : "owners")}>
          {words.text("customer.wizard.back")}
        </Button>
        <Button
          kind="primary"
          disabled={!writes && !job.keepsMapping}
          {...(writes ? {} : { title: words.text("customer.wizard.nothing-new") })}
          onClick={() => void importNow(job.id)}
        >
          {words.text("customer.wizard.import", { count: plan.batch.rows.added + plan.batch.rows.updated })}
        </Button>
      </footer>
    </>
  );
}

/** Read = added + updated + unchanged + skipped + bad. */
export function Counts({ plan }: { readonly plan: PlannedImport }) {
  const words = useWords();
  const { rows } = plan.batch;
  return (
    <dl className="import-counts">
      {(["read", "added", "updated", "unchanged", "skipped", "bad"] as const).map((key) => (
        <div key={key} className={`count-${key}`}>
          <dt>{words.text(`customer.count.${key}`)}</dt>
          <dd>
            <Figure
              quantity={{ unit: "count", value: rows[key] }}
              size="headline"
              {...(key === "bad" && rows.bad > 0
                ? { tone: "at-risk" as const, toneLabel: words.text("customer.count.bad") }
                : {})}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ job, plan }: { readonly job: ImportJob; readonly plan: PlannedImport }) {
  const words = useWords();
  const unassigned = plan.owners.filter(({ match }) => match.kind !== "member");
  const unassignedRows = unassigned.reduce((sum, owner) => sum + owner.rows, 0);
  return (
    <>
      {!plan.writes && (
        <FindingLine tone="on-pace" text={words.text("customer.wizard.nothing-new")} actions={[]} />
      )}
      {job.rows!.isKeyless && (
        <FindingLine tone="behind" text={words.text("customer.wizard.keyless")} actions={[]} />
      )}
      {unassigned.length > 0 && (
        <FindingLine
          tone="behind"
          text={words.text("customer.wizard.unassigned", { count: unassigned.length, rows: unassignedRows })}
          actions={[
            {
              label: words.text("customer.wizard.match-owners"),
              onClick: () => void goToStep(job.id, "owners"),
            },
          ]}
        />
      )}
      {plan.linkedCustomers > 0 && (
        <p className="quiet">{words.text("customer.wizard.linked", { count: plan.linkedCustomers })}</p>
      )}
      {job.rows!.voided > 0 && (
        <p className="quiet">{words.text("customer.wizard.voided", { count: job.rows!.voided })}</p>
      )}
      {plan.madeGroups.length > 0 && (
        <p className="quiet">
          {words.say(
            message("customer.wizard.groups", {
              groups: listMessage(plan.madeGroups.map(({ name }) => nameMessage(name))),
            }),
          )}
        </p>
      )}
      {plan.createdMembers.length > 0 && (
        <p className="quiet">
          {words.text("customer.wizard.created", { count: plan.createdMembers.length })}
        </p>
      )}
    </>
  );
}
