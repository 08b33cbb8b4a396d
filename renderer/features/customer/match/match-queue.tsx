import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { MatchPair } from "../../../../core/customer/match/match-pair.ts";
import { factById } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { useWords } from "../../../ui/words-context.tsx";
import { recordName } from "../book-commands.ts";
import { callSame, keepApart } from "./match-actions.ts";
import { MatchCompare } from "./match-compare.tsx";

const SHOWN = 100;

/** The pairs to decide, most certain first, and the chosen one side by side. Letters answer, arrows move. */
export function MatchQueue({ pairs }: { readonly pairs: readonly MatchPair[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, choose] = useState<string | null>(null);
  const [later, setLater] = useState<readonly string[]>([]);
  const queue = inTurn(pairs, later);
  const at = Math.max(
    0,
    queue.findIndex(({ id }) => id === chosenId),
  );
  const chosen = queue[at];
  const go = (to: number) => choose(queue[Math.min(Math.max(to, 0), queue.length - 1)]?.id ?? null);
  const answer = async (how: "same" | "different" | "later") => {
    if (!chosen) return;
    const next = queue[at + 1] ?? queue[at - 1];
    choose(next?.id ?? null);
    if (how === "later") setLater((ids) => [...ids.filter((id) => id !== chosen.id), chosen.id]);
    else await (how === "same" ? callSame : keepApart)(chosen, pairName(workspace, chosen));
    list.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const how = { s: "same", d: "different", l: "later" } as const;
    if (key in how) void answer(how[key as keyof typeof how]);
    else if (key === "arrowdown") go(at + 1);
    else if (key === "arrowup") go(at - 1);
    else if (key === "home") go(0);
    else return;
    event.preventDefault();
  };
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: "nearest" });
  }, [chosen?.id]);
  return (
    <div className="match-queue">
      <div className="match-list">
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={words.text("customer.match.list")}
          aria-activedescendant={chosen && optionId(at)}
          onKeyDown={onKeyDown}
        >
          {queue.slice(0, Math.max(SHOWN, at + 1)).map((pair, index) => (
            <PairOption
              key={pair.id}
              pair={pair}
              id={optionId(index)}
              isChosen={index === at}
              onChoose={() => choose(pair.id)}
            />
          ))}
        </div>
        {queue.length > SHOWN && (
          <p className="quiet">{words.text("customer.match.more", { count: queue.length - SHOWN })}</p>
        )}
      </div>
      {chosen && (
        <MatchCompare
          pair={chosen}
          onSame={() => void answer("same")}
          onDifferent={() => void answer("different")}
          onLater={() => void answer("later")}
        />
      )}
    </div>
  );
}

/** What both are called, for the list and the journal. */
export function pairName(workspace: Workspace, { table, ids }: Pick<MatchPair, "table" | "ids">): string {
  const record = factById(workspace, table, ids[0]);
  return record ? recordName(record as Parameters<typeof recordName>[0]) : ids[0];
}

function optionId(index: number): string {
  return `match-pair-${index}`;
}

/** Pairs put off come last, in the order in which they were. */
function inTurn(pairs: readonly MatchPair[], later: readonly string[]): readonly MatchPair[] {
  if (later.length === 0) return pairs;
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const put = new Set(later);
  return [
    ...pairs.filter(({ id }) => !put.has(id)),
    ...later.flatMap((id) => {
      const pair = byId.get(id);
      return pair ? [pair] : [];
    }),
  ];
}

interface PairOptionProps {
  readonly pair: MatchPair;
  readonly id: string;
  readonly isChosen: boolean;
  onChoose(): void;
}

function PairOption({ pair, id, isChosen, onChoose }: PairOptionProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const [one, two] = pair.ids.map((each) => pairName(workspace, { table: pair.table, ids: [each, each] }));
  return (
    <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} onMouseDown={onChoose}>
      <span className="match-names">
        <b>{one}</b>
        <span>{two}</span>
      </span>
      <span className={`match-mark ${pair.certainty}`}>
        {words.text(`customer.match.certainty.${pair.certainty}`)}
        <small>{words.text(`customer.object.${pair.table}`)}</small>
      </span>
    </div>
  );
}
