import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { Member } from "../../../core/team/records.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { notify } from "../../storage/notice-store.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HandoverSection } from "./handover-section.tsx";
import { SavePaper } from "./save-paper.tsx";
import { handoverLabel, takerFrom, takerValue, useHandover } from "./use-handover.ts";
import type { Handover } from "./use-handover.ts";
import "./handover.css";

export interface HandoverPageProps {
  readonly tabs: readonly PageTab[];
  readonly memberId: string | null;
}

/** 工作交接: everything that a member holds, on one page, with who takes it; handed over in one step. */
export function HandoverPage({ tabs, memberId }: HandoverPageProps) {
  const words = useWords();
  const member = useWorkspace().rows.members.get(memberId ?? "");
  if (member) return <Filled key={member.id} tabs={tabs} member={member} />;
  return (
    <Page tabs={tabs} activeTab="members">
      <EmptyState
        title={words.text("team.problem.member-gone")}
        text=""
        actions={[
          { label: words.text("team.tab.members"), onClick: () => goTo(placeHref("team", "members")) },
        ]}
      />
    </Page>
  );
}

function Filled({ tabs, member }: { readonly tabs: readonly PageTab[]; readonly member: Member }) {
  const words = useWords();
  const handover = useHandover(member);
  const back = placeHref("team", `members/${encodeURIComponent(member.id)}`);
  return (
    <Page
      tabs={tabs}
      activeTab="members"
      tools={
        <>
          <HandOver handover={handover} />
          <SavePaper
            wish={{ kind: "handover", of: handover.of, choice: handover.choice }}
            name={words.text("review.handover.file", { name: member.name })}
            title={words.text("review.handover.sheet")}
          />
          <a className="button link" href={back}>
            {words.text("review.handover.back")}
          </a>
        </>
      }
      hint={words.text("review.handover.hint")}
    >
      <h1 className="handover-title">{words.text("review.handover.title", { name: member.name })}</h1>
      <Settings handover={handover} />
      {handover.items.length === 0 ? (
        <EmptyState
          title={words.text("review.handover.empty.title", { name: member.name })}
          text={words.text("review.handover.empty.text")}
          actions={[{ label: words.text("review.handover.back"), onClick: () => goTo(back) }]}
        />
      ) : (
        handover.kinds.map((kind) => <HandoverSection key={kind} handover={handover} kind={kind} />)
      )}
    </Page>
  );
}

/** The one button, and what stays. */
function HandOver({ handover }: { readonly handover: Handover }) {
  const words = useWords();
  const { plan, count, items, member, workspace } = handover;
  const hasLeaving = plan.ok && plan.value.changes.length > 0;
  const run = async () => {
    if (!plan.ok) return;
    const made = { command: ok(plan.value.changes), seen: workspace };
    const done = await runCommand(handoverLabel(member), made);
    if (done.ok) notify({ tone: "done", message: message("review.handover.done", { count }) });
  };
  return (
    <>
      <Button kind="primary" disabled={!hasLeaving} onClick={() => void run()}>
        {words.text("review.handover.do", { count })}
      </Button>
      {items.length > count && (
        <span className="quiet">{words.text("review.handover.rest", { count: items.length - count })}</span>
      )}
    </>
  );
}

function Settings({ handover }: { readonly handover: Handover }) {
  const words = useWords();
  const { of, choice, plan, takers } = handover;
  const problems = plan.ok ? [] : plan.error;
  const saidOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found && words.say(found.message);
  };
  const touchesLocks =
    saidOf("reason") !== undefined ||
    (plan.ok && plan.value.changes.some((change) => change.table === "targetLocks"));
  const takerForAll = commonTaker(handover);
  return (
    <section className="handover-settings">
      <SelectField
        label={words.text("review.handover.all")}
        value={takerForAll}
        options={[
          { value: "", label: words.text("review.handover.nobody") },
          ...(takerForAll === "*" ? [{ value: "*", label: words.text("review.handover.own") }] : []),
          ...takers.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onCommit={(value) => {
          if (value !== "*") handover.giveAll(takerFrom(value));
          return null;
        }}
      />
      <DayField
        label={words.text("review.handover.leaves")}
        value={of.leavesOn ?? ""}
        hint={words.text("review.handover.stays")}
        problem={saidOf("leavesOn")}
        onCommit={(value) => {
          handover.setLeavesOn(value === "" ? null : (value as Day));
          return null;
        }}
      />
      {touchesLocks && (
        <TextField
          label={words.text("review.handover.reason")}
          value={choice.reason}
          problem={saidOf("reason")}
          onCommit={(value) => {
            handover.setReason(value);
            return null;
          }}
        />
      )}
    </section>
  );
}

/** The taker that every kind shares, "" for none, "*" where they differ. */
function commonTaker({ choice, kinds }: Handover): string {
  const values = new Set(kinds.map((kind) => takerValue(choice.takerByKind[kind] ?? null)));
  const isMixed = values.size > 1 || Object.keys(choice.takerByKey).length > 0;
  return isMixed ? "*" : ([...values][0] ?? "");
}
