import { message } from "../../../core/base/message.ts";
import { sumMoney } from "../../../core/base/money.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import type { ListedFact } from "../../../core/customer/fact-totals.ts";
import { DIFFERENCE_KINDS } from "../../../core/customer/history/difference-line.ts";
import type { DifferenceKind, DifferenceLine } from "../../../core/customer/history/difference-line.ts";
import type { PipelineBridge } from "../../../core/customer/pipeline-bridge.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** From the open pipeline before to the one after: a table whose bars are the waterfall. */
export function BridgeTable({ bridge }: { readonly bridge: PipelineBridge }) {
  const words = useWords();
  const { before, steps, after } = bridge;
  const levels: number[] = [before];
  for (const step of steps) levels.push(levels.at(-1)! + step.amount);
  const top = Math.max(1, before, after, ...levels);
  const bar = (from: number, to: number, tone: string) => (
    <td className="bridge-bar" aria-hidden>
      <i
        className={tone}
        style={{
          marginInlineStart: `${(Math.max(0, Math.min(from, to)) / top) * 100}%`,
          width: `${(Math.abs(to - from) / top) * 100}%`,
        }}
      />
    </td>
  );
  return (
    <table className="bridge-table">
      <caption>{words.text("customer.difference.bridge.title")}</caption>
      <tbody>
        <tr className="bridge-end">
          <th scope="row" colSpan={2}>
            {words.text("customer.difference.bridge.before")}
          </th>
          <td>
            <Figure quantity={{ unit: "money", value: before }} explain={bridge.explainBefore} form="full" />
          </td>
          {bar(0, before, "bridge-whole")}
        </tr>
        {steps.map(({ kind, amount, deals }, index) => (
          <tr key={kind}>
            <th scope="row">{words.text(`customer.difference.bridge.${kind}`)}</th>
            <td>
              <Figure
                quantity={{ unit: "count", value: deals.length }}
                explain={() => explainCount(message(`customer.difference.bridge.${kind}`), deals)}
              />
            </td>
            <td>
              <Figure
                quantity={{ unit: "money", value: amount }}
                text={`${amount > 0 ? "+" : ""}${words.quantity({ unit: "money", value: amount }, "full")}`}
                explain={() => explainSum(message(`customer.difference.bridge.${kind}`), deals)}
              />
            </td>
            {bar(
              levels[index]!,
              levels[index + 1]!,
              amount < 0 && kind !== "won" ? "bridge-less" : "bridge-more",
            )}
          </tr>
        ))}
        <tr className="bridge-end">
          <th scope="row" colSpan={2}>
            {words.text("customer.difference.bridge.after")}
          </th>
          <td>
            <Figure quantity={{ unit: "money", value: after }} explain={bridge.explainAfter} form="full" />
          </td>
          {bar(0, after, "bridge-whole")}
        </tr>
      </tbody>
    </table>
  );
}

/** How often each thing happened and what it comes to; a kind chooses the lines below. */
export function KindTable(props: {
  readonly lines: readonly DifferenceLine[];
  readonly kind: DifferenceKind | null;
  onChoose(kind: DifferenceKind | null): void;
}) {
  const words = useWords();
  const { lines, kind: chosen, onChoose } = props;
  const kinds = DIFFERENCE_KINDS.filter((kind) => lines.some((line) => line.kind === kind));
  return (
    <table className="kind-table">
      <caption>
        {words.text("customer.difference.kinds")}
        <Button kind="link" pressed={chosen === null} onClick={() => onChoose(null)}>
          {words.text("customer.difference.all", { count: lines.length })}
        </Button>
      </caption>
      <tbody>
        {kinds.map((kind) => {
          const listed = listedOf(lines.filter((line) => line.kind === kind));
          const amounts = listed.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
          const title = message(`customer.difference.kind.${kind}`);
          return (
            <tr key={kind} className={kind === chosen ? "chosen" : undefined}>
              <th scope="row">
                <Button kind="link" pressed={kind === chosen} onClick={() => onChoose(kind)}>
                  {words.say(title)}
                </Button>
              </th>
              <td>
                <Figure
                  quantity={{ unit: "count", value: listed.length }}
                  explain={() => explainCount(title, listed)}
                />
              </td>
              <td>
                {amounts.length > 0 && (
                  <Figure
                    quantity={{ unit: "money", value: sumMoney(amounts) }}
                    explain={() => explainSum(title, listed)}
                    form="full"
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function listedOf(lines: readonly DifferenceLine[]): readonly ListedFact[] {
  return lines.map(({ ref, label, amount }) => ({ ref, label, amount: amount ?? undefined }));
}
