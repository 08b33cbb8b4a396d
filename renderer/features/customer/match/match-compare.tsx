import { isSame } from "../../../../core/base/same.ts";
import type { AnyFact } from "../../../../core/customer/import/import-book.ts";
import type { MatchPair } from "../../../../core/customer/match/match-pair.ts";
import { saidOf } from "../../../../core/customer/match/twin-record.ts";
import { factById } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { MATCH_FIELDS, fieldWords, placeWords } from "./match-fields.ts";

export interface MatchCompareProps {
  readonly pair: MatchPair;
  onSame(): void;
  onDifferent(): void;
  onLater(): void;
}

/** Both records of a pair side by side, what speaks for and against it, and the three answers. */
export function MatchCompare({ pair, onSame, onDifferent, onLater }: MatchCompareProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const [one, two] = pair.ids.map((id) => factById(workspace, pair.table, id));
  if (!one || !two) return null;
  return (
    <section className="match-compare" aria-label={words.text("customer.match.both")}>
      <div className="match-answers">
        <Button onClick={onSame}>
          {words.text("customer.match.same")} <kbd>S</kbd>
        </Button>
        <Button onClick={onDifferent}>
          {words.text("customer.match.different")} <kbd>D</kbd>
        </Button>
        <Button onClick={onLater}>
          {words.text("customer.match.later")} <kbd>L</kbd>
        </Button>
      </div>
      <Reasons pair={pair} />
      <SideBySide pair={pair} records={[one, two]} />
    </section>
  );
}

function Reasons({ pair }: { readonly pair: MatchPair }) {
  const words = useWords();
  const sign = words.text("customer.match.join");
  const notes = [
    ...(pair.isDuplicate ? [words.text("customer.match.duplicate")] : []),
    ...(pair.isAmbiguous ? [words.text("customer.match.ambiguous")] : []),
  ];
  const lists = [
    ["for", pair.reasons.map((reason) => words.say(reason))],
    ["against", [...pair.against.map((reason) => words.say(reason)), ...notes]],
  ] as const;
  return (
    <dl className="match-reasons">
      {lists.map(
        ([kind, said]) =>
          said.length > 0 && (
            <div key={kind}>
              <dt>{words.text(`customer.match.${kind}`)}</dt>
              <dd>{said.join(sign)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function SideBySide(props: { readonly pair: MatchPair; readonly records: readonly [AnyFact, AnyFact] }) {
  const { pair, records } = props;
  const words = useWords();
  const { batches } = useWorkspace().rows;
  const [one, two] = records.map(saidOf) as [ReturnType<typeof saidOf>, ReturnType<typeof saidOf>];
  const rows = MATCH_FIELDS[pair.table].filter(({ key }) => one[key] !== undefined || two[key] !== undefined);
  return (
    <table className="match-table">
      <thead>
        <tr>
          <th scope="col">{words.text("customer.match.field")}</th>
          {records.map((record, at) => (
            <th scope="col" key={record.id}>
              {words.text(`customer.source.${record.source}`)}
              {at === 0 && <em>{words.text("customer.match.kept")}</em>}
              <small>{placeWords(words, record, { batches })}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label }) => {
          const differs = one[key] !== undefined && two[key] !== undefined && !isSame(one[key], two[key]);
          return (
            <tr key={key} className={differs ? "differs" : undefined}>
              <th scope="row">
                {words.text(`customer.field.${label}`)}
                {differs && <span className="unseen">{words.text("customer.match.differs")}</span>}
              </th>
              <td>{fieldWords(words, key, one[key])}</td>
              <td>{fieldWords(words, key, two[key])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
