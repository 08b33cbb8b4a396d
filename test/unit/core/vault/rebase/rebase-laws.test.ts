import fc from "fast-check";
import { expect, it } from "vitest";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import type { AnyRecord } from "../../../../../core/base/change.ts";
import { putRecords, setFields } from "../../../../../core/base/change.ts";
import { applyChanges, recordById } from "../../../../../core/vault/apply-changes.ts";
import { rebaseRecord } from "../../../../../core/vault/rebase/rebase-record.ts";
import { rebaseSteps } from "../../../../../core/vault/rebase/rebase-changes.ts";
import { stampAt, workspaceAfter } from "../build-workspace.ts";

const FIELDS = ["name", "industry", "phone", "website"] as const;
const edit = fc.record({
  field: fc.constantFrom(...FIELDS),
  value: fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
  /** How many edits back the workspace lies that the screen showed. */
  lag: fc.nat(4),
});
const START = workspaceAfter([putRecords("customers", [{ id: "c1", name: "0", phone: "0" }])]);

it("however far the screen lags behind, every edit of a field that nobody else wrote is there, and of one field the last", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const states = [START];
      for (const { field, value, lag } of edits) {
        const seen = states.at(Math.max(-states.length, -1 - lag))!;
        const now = states.at(-1)!;
        const mine = { ...recordById(seen, "customers", "c1")!, [field]: value };
        const rebased = runToEnd(rebaseSteps({ seen, now }, [putRecords("customers", [mine])]));
        const isSaid = plain(seen)[field] !== value;
        expect(rebased.ok).toBe(true);
        const next = applyChanges(now, rebased.ok ? rebased.value : [], stampAt(states.length + 2));
        const wanted = isSaid ? { ...plain(now), [field]: value } : plain(now);
        expect(plain(next)).toEqual(JSON.parse(JSON.stringify(wanted)));
        states.push(next);
      }
    }),
  );
});

it("a put and the set of the same fields come to the same", () => {
  fc.assert(
    fc.property(edit, edit, (first, second) => {
      const now = applyChanges(START, [setFields("customers", "c1", said(first))], stampAt(8));
      const put = putRecords("customers", [{ ...recordById(START, "customers", "c1")!, ...said(second) }]);
      const set = setFields("customers", "c1", said(second));
      const [one, other] = [put, set].map((change) => {
        const rebased = runToEnd(rebaseSteps({ seen: START, now }, [change]));
        return applyChanges(now, rebased.ok ? rebased.value : [], stampAt(9));
      });
      expect(plain(one!)).toEqual(plain(other!));
    }),
  );
});

const record = fc.record(
  {
    id: fc.constant("r"),
    a: fc.nat(2),
    tags: fc.uniqueArray(fc.constantFrom("x", "y", "z")),
    by: fc.dictionary(fc.constantFrom("p", "q"), fc.nat(2)),
  },
  { requiredKeys: ["id"] },
);

it("what was not touched leads back to what is there, whatever that is", () => {
  fc.assert(
    fc.property(record, record, (base, now) => {
      expect(rebaseRecord("skills", { base, mine: base, now })).toEqual({ kind: "joined", record: now });
    }),
  );
});

it("what nobody else touched is taken as it is said", () => {
  fc.assert(
    fc.property(record, record, (base, mine) => {
      expect(rebaseRecord("skills", { base, mine, now: base })).toEqual({ kind: "joined", record: mine });
    }),
  );
});

it("a join that was written and comes again changes nothing", () => {
  fc.assert(
    fc.property(record, record, record, (base, mine, now) => {
      const once = rebaseRecord("skills", { base, mine, now });
      if (once.kind !== "joined") return;
      const again = rebaseRecord("skills", { base: once.record, mine: once.record, now: once.record });
      expect(again).toEqual(once);
    }),
  );
});

type Fields = Readonly<Record<string, unknown>>;

const plain = (workspace: typeof START): Fields =>
  recordById(workspace, "customers", "c1") as AnyRecord & Fields;
const said = ({ field, value }: { readonly field: string; readonly value: string | undefined }): object => ({
  [field]: value,
});
