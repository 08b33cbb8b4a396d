import type { MemberId } from "../../../../core/base/id.ts";
import { fileOwners, sharedRows } from "../../../../core/customer/import/file-owners.ts";
import { ownerIndex } from "../../../../core/customer/owner.ts";
import type { Deal } from "../../../../core/customer/records.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { changeStages, goToStep } from "./import-actions.ts";
import { patchJob } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";

const CREATE = "+";
const NOBODY = "";

/** Whom the file's owners are, and what its stages mean. */
export function OwnersStep({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const rows = job.rows!;
  return (
    <>
      <div className={rows.stages.length > 0 ? "import-pair" : undefined}>
        <OwnersTable job={job} />
        {rows.stages.length > 0 && <StagesTable job={job} />}
      </div>
      <footer className="import-foot">
        <Button onClick={() => void goToStep(job.id, "columns")}>{words.text("customer.wizard.back")}</Button>
        <Button kind="primary" onClick={() => void goToStep(job.id, "preview")}>
          {words.text("customer.wizard.next")}
        </Button>
      </footer>
    </>
  );
}

function OwnersTable({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const members = rowsOf(useWorkspace(), "members");
  const index = ownerIndex(members);
  const { rowsByOwner } = job.rows!;
  const owners = fileOwners(rowsByOwner, index);
  const shared = sharedRows(rowsByOwner, index);
  const unknown = owners.filter(({ match }) => match.kind !== "member");
  const options = [
    { value: NOBODY, label: words.text("base.unassigned") },
    { value: CREATE, label: words.text("customer.wizard.owner-create") },
    ...members.map((member) => ({ value: member.id as string, label: member.name })),
  ];
  if (owners.length === 0) return <p className="quiet">{words.text("customer.wizard.no-owners")}</p>;
  return (
    <div>
      <div className="import-subhead">
        <h3>{words.text("customer.wizard.owners", { count: owners.length })}</h3>
        {unknown.length > 0 && (
          <Button
            kind="link"
            onClick={() => patchJob(job.id, { create: unknown.map(({ name }) => name), aliases: {} })}
          >
            {words.text("customer.wizard.create-all", { count: unknown.length })}
          </Button>
        )}
      </div>
      {shared > 0 && (
        <p className="quiet">{words.text("customer.wizard.owners-shared", { count: shared })}</p>
      )}
      <div className="import-scroll" style={{ maxHeight: 400 }}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.text("customer.wizard.owner-in-file")}</th>
              <th scope="col" className="end">
                {words.text("customer.wizard.rows")}
              </th>
              <th scope="col">{words.text("customer.wizard.member")}</th>
            </tr>
          </thead>
          <tbody>
            {owners.map(({ name, rows, match }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="end">{rows}</td>
                <td>
                  {match.kind === "member" ? (
                    <span>{members.find((member) => member.id === match.memberId)?.name}</span>
                  ) : (
                    <Choice
                      quiet
                      label={words.text("customer.wizard.member-of", { owner: name })}
                      value={job.aliases[name] ?? (job.create.includes(name) ? CREATE : NOBODY)}
                      options={options}
                      onChange={(value) => chooseOwner(job, name, value)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function chooseOwner(job: ImportJob, name: string, value: string): void {
  const { [name]: _, ...aliases } = job.aliases;
  const create = job.create.filter((one) => one !== name);
  if (value === CREATE) patchJob(job.id, { create: [...create, name], aliases });
  else if (value === NOBODY) patchJob(job.id, { create, aliases });
  else patchJob(job.id, { create, aliases: { ...aliases, [name]: value as MemberId } });
}

const CATEGORIES: readonly Deal["category"][] = ["open", "won", "lost", "void"];

function StagesTable({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const { stages } = job.rows!;
  return (
    <div>
      <div className="import-subhead">
        <h3>{words.text("customer.wizard.stages", { count: stages.length })}</h3>
      </div>
      <div className="import-scroll" style={{ maxHeight: 400 }}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.text("customer.field.stage")}</th>
              <th scope="col">{words.text("customer.wizard.means")}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, category }) => (
              <tr key={stage}>
                <th scope="row">{stage}</th>
                <td>
                  <Choice
                    quiet
                    label={words.text("customer.wizard.meaning-of", { stage })}
                    value={category}
                    options={CATEGORIES.map((value) => ({
                      value,
                      label: words.text(`customer.category.${value}`),
                    }))}
                    onChange={(chosen) =>
                      void changeStages(job.id, { ...job.settings.stageMap, [stage]: { category: chosen } })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
