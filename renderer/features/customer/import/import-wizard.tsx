import { useState } from "react";
import type { DragEvent } from "react";
import { message } from "../../../../core/base/message.ts";
import { pickedFile } from "../../../platform/pick-file.ts";
import { IMPORT_OBJECTS } from "../../../../core/customer/records.ts";
import type { ImportObject } from "../../../../core/customer/records.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { FindingLine } from "../../../ui/finding-line.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import {
  addFiles,
  cancelWork,
  changeSettings,
  goToStep,
  missingFieldsOf,
  takeAway,
} from "./import-actions.ts";
import { IMPORT_STEPS, importStore, isAtWork, openJob } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";
import { OwnersStep } from "./owners-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { ResultStep } from "./result-step.tsx";
import "./import-wizard.css";

/** From files to the book: choose, map, match owners, look, import. Several files wait side by side. */
export function ImportWizard() {
  const state = importStore();
  const job = openJob(state);
  if (state.jobs.length === 0 || job === undefined) return <DropZone />;
  return (
    <div className="import-wizard">
      <FileList jobs={state.jobs} openId={job.id} />
      <section className="import-job" aria-label={job.name} aria-busy={isAtWork(job)}>
        <JobBody key={job.id} job={job} />
      </section>
    </div>
  );
}

function DropZone() {
  const words = useWords();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void addFiles([...event.dataTransfer.files].map(pickedFile));
  };
  return (
    <section
      className={over ? "drop-zone over" : "drop-zone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{words.text("customer.wizard.drop")}</h2>
      <p>{words.text("customer.wizard.drop-hint")}</p>
      <FilesButton primary />
    </section>
  );
}

/** The browser's own dialog, several files at once, behind a button of ours. */
function FilesButton({ primary = false }: { readonly primary?: boolean }) {
  const words = useWords();
  return (
    <label className={primary ? "button primary files-button" : "button chip files-button"}>
      {words.text(primary ? "customer.wizard.choose" : "customer.wizard.more")}
      <input
        type="file"
        multiple
        accept=".csv,.xlsx,.txt,.tsv,.zip"
        onChange={(event) => {
          void addFiles([...(event.target.files ?? [])].map(pickedFile));
          event.target.value = "";
        }}
      />
    </label>
  );
}

function FileList({ jobs, openId }: { readonly jobs: readonly ImportJob[]; readonly openId: string }) {
  const words = useWords();
  return (
    <nav className="import-files" aria-label={words.text("customer.wizard.files")}>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} aria-current={job.id === openId ? "true" : undefined}>
            <button type="button" onClick={() => importStore.setState({ openId: job.id })}>
              <span className="file-name">{job.name}</span>
              <span className={`file-state is-${job.state}`}>
                {words.text(`customer.wizard.state.${job.state}`)}
              </span>
            </button>
            <Button
              kind="link"
              label={words.text("customer.wizard.take-away", { file: job.name })}
              disabled={job.state === "keeping"}
              onClick={() => takeAway(job.id)}
            >
              <span aria-hidden>✕</span>
            </Button>
          </li>
        ))}
      </ul>
      <FilesButton />
    </nav>
  );
}

function JobBody({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  if (job.state === "refused") return <Refused job={job} />;
  return (
    <>
      {job.state !== "done" && <StepLine job={job} />}
      {job.problems.map((problem) => (
        <FindingLine
          key={problem.message.key}
          tone="at-risk"
          text={words.say(problem.message)}
          actions={[]}
        />
      ))}
      {isAtWork(job) ? <Working job={job} /> : <StepBody job={job} />}
    </>
  );
}

/** Why a file is not read, and how to go on: without it, or as what the person says it is. */
function Refused({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const isOfOtherKind = job.problems.some(({ message: { key } }) => OTHER_KINDS.has(key));
  return (
    <>
      {job.problems.map((problem) => (
        <FindingLine
          key={problem.message.key}
          tone="at-risk"
          text={words.say(problem.message)}
          actions={[]}
        />
      ))}
      {isOfOtherKind && (
        <div className="import-recognised">
          <Choice<ImportObject | "">
            label={words.text("customer.wizard.read-as")}
            value=""
            options={["" as const, ...IMPORT_OBJECTS].map((value) => ({
              value,
              label: value === "" ? "—" : words.text(`customer.object.${value}`),
            }))}
            onChange={(object) => object !== "" && changeSettings(job.id, { object })}
          />
        </div>
      )}
      <footer className="import-foot">
        <Button kind="primary" onClick={() => takeAway(job.id)}>
          {words.text("customer.wizard.leave-out")}
        </Button>
      </footer>
    </>
  );
}

/** Refusals that the person may overrule. */
const OTHER_KINDS: ReadonlySet<string> = new Set(["customer.import.leads", "customer.import.other"]);

function StepBody({ job }: { readonly job: ImportJob }) {
  if (job.step === "owners") return <OwnersStep job={job} />;
  if (job.step === "preview") return <PreviewStep job={job} />;
  if (job.step === "result") return <ResultStep job={job} />;
  return <ColumnsStep job={job} />;
}

function StepLine({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const missing = missingFieldsOf(job);
  const object = job.table?.prepared.object;
  const steps = IMPORT_STEPS.filter(
    (step) => step !== "result" && (step !== "owners" || object !== "members"),
  );
  const at = steps.indexOf(job.step);
  const blocked =
    missing.length === 0
      ? undefined
      : words.say(
          message("customer.import.field-missing", { field: message(`customer.field.${missing[0]}`) }),
        );
  return (
    <ol className="import-steps">
      {steps.map((step, index) => (
        <li key={step} aria-current={step === job.step ? "step" : undefined}>
          <button
            type="button"
            aria-disabled={(index > 0 && blocked !== undefined) || isAtWork(job) || undefined}
            title={index > at ? blocked : undefined}
            onClick={() => !isAtWork(job) && void goToStep(job.id, step)}
          >
            <span aria-hidden>{index + 1}</span>{" "}
            {words.text(`customer.wizard.step.${step === "owners" && object === "deals" ? "stages" : step}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Working({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const isKeeping = job.state === "keeping";
  const said = words.text(isKeeping ? "customer.wizard.keeping" : "customer.wizard.working", {
    percent: Math.round(job.share * 100),
  });
  return (
    <div className="import-working" role="status">
      <p>{said}</p>
      <progress value={job.share} max={1} aria-label={said} />
      {isKeeping ? (
        <p className="quiet">{words.text("customer.wizard.keeping-hint")}</p>
      ) : (
        <Button onClick={() => cancelWork(job.id)}>{words.text("base.cancel")}</Button>
      )}
    </div>
  );
}
