import { useState } from "react";
import { lockOf, lockScopeOf } from "../../../core/target/target-lock.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ReasonField } from "./reason-field.tsx";
import { useReasonRequest } from "./run-target-command.ts";
import type { ReasonRequest } from "./run-target-command.ts";
import { changeText } from "./version-text.ts";

/** How many of the changed targets are named. */
const NAMED = 6;

/** Asks why locked targets change, while a change waits for it. */
export function ReasonDrawer() {
  const { request } = useReasonRequest();
  return request && <OpenReason request={request} />;
}

function OpenReason({ request }: { readonly request: ReasonRequest }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [reason, setReason] = useState(() => reasonOfToday(workspace, request, today));
  const { changes, answer } = request;
  const isEmpty = reason.trim() === "";
  return (
    <Drawer
      open
      title={words.text("target.reason.title")}
      onClose={() => answer(null)}
      footer={
        <>
          <Button kind="chip" onClick={() => answer(null)}>
            {words.text("base.cancel")}
          </Button>
          <Button kind="primary" disabled={isEmpty} onClick={() => answer(reason)}>
            {words.text("target.reason.do")}
          </Button>
        </>
      }
    >
      <form
        className="target-reason"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) answer(reason);
        }}
      >
        <ReasonField
          label={words.text("target.reason.field")}
          hint={words.text("target.reason.hint")}
          value={reason}
          onType={setReason}
        />
        <p>
          {words.text("target.reason.text", {
            what: words.text("target.reason.count", { count: changes.length }),
          })}
        </p>
        <ul>
          {changes.slice(0, NAMED).map((change) => (
            <li key={change.id}>{changeText(workspace, change, words)}</li>
          ))}
          {changes.length > NAMED && (
            <li>{words.text("target.reason.more", { count: changes.length - NAMED })}</li>
          )}
        </ul>
      </form>
    </Drawer>
  );
}

/** A second change of the day is likely for the reason of the first: then Enter is enough. */
function reasonOfToday(workspace: Workspace, { changes }: ReasonRequest, today: string): string {
  const scope = lockScopeOf(workspace.rows, changes[0]!.id);
  const last = scope && lockOf(workspace.rows, scope)?.versions.at(-1);
  return last?.on === today ? last.reason : "";
}
