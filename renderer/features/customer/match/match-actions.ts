import { message } from "../../../../core/base/message.ts";
import { removeRecords } from "../../../../core/base/change.ts";
import { ok } from "../../../../core/base/result.ts";
import type { Result } from "../../../../core/base/result.ts";
import { callDifferent } from "../../../../core/customer/match/call-different.ts";
import { chooseWord } from "../../../../core/customer/match/choose-word.ts";
import type { MatchPair } from "../../../../core/customer/match/match-pair.ts";
import { matchRecords } from "../../../../core/customer/match/match-records.ts";
import { setSourceOrder } from "../../../../core/customer/match/set-source-order.ts";
import { unmatchRecord } from "../../../../core/customer/match/unmatch-record.ts";
import type { MatchVerdict, Source, Twin } from "../../../../core/customer/records.ts";
import { notify } from "../../../storage/notice-store.ts";
import { runCommand } from "../../../storage/run-command.ts";
import { useView } from "../../../storage/view-store.ts";

/** Makes one record of a pair. */
export function callSame(pair: MatchPair, name: string): Promise<Result<null>> {
  return runCommand(message("customer.match.done.same", { name }), (now) => matchRecords(now, [pair]));
}

/** Keeps that a pair is not the same. */
export function keepApart(pair: MatchPair, name: string): Promise<Result<null>> {
  const { today } = useView.getState();
  return runCommand(message("customer.match.done.different", { name }), () =>
    ok(callDifferent([pair], today)),
  );
}

/** Makes one record of every pair that is certain, in one step. */
export async function acceptCertain(pairs: readonly MatchPair[]): Promise<void> {
  const label = message("customer.match.done.all", { count: pairs.length });
  const outcome = await runCommand(label, (now) => matchRecords(now, pairs));
  if (outcome.ok)
    notify({ tone: "done", message: message("customer.match.accepted", { count: pairs.length }) });
}

/** Makes a twin a record of its own again. */
export function takeApart(twin: Twin): Promise<Result<null>> {
  const { today } = useView.getState();
  return runCommand(message("customer.match.done.unmatch", { name: twin.name }), (now) =>
    unmatchRecord(now, { twinId: twin.id, today }),
  );
}

/** Lets a pair that was called different be asked about again. */
export function askAgain(verdict: MatchVerdict, name: string): Promise<Result<null>> {
  return runCommand(message("customer.match.done.again", { name }), () =>
    ok([removeRecords("matchVerdicts", [verdict.id])]),
  );
}

/** Sets whose word holds first. */
export function orderSources(sources: readonly Source[]): Promise<Result<null>> {
  return runCommand(message("customer.match.done.order"), (now) => ok(setSourceOrder(now, sources)));
}

/** Takes one system's word for a field. */
export function takeWord(
  input: { readonly keptId: string; readonly twin: Twin; readonly field: string },
  said: { readonly name: string; readonly label: string },
): Promise<Result<null>> {
  const { keptId, twin, field } = input;
  const source = message(`customer.source.${twin.source}`);
  const params = { name: said.name, field: message(`customer.field.${said.label}`), source };
  return runCommand(message("customer.match.done.choose", params), (now) =>
    chooseWord(now, { keptId, twinId: twin.id, field }),
  );
}
