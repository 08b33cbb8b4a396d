import { sourceOrder } from "../../../../core/customer/match/source-order.ts";
import type { Source } from "../../../../core/customer/records.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { orderSources } from "./match-actions.ts";

/** Whose word holds where two systems differ: the systems of the book, moved up and down. */
export function SourceOrderField({ sources }: { readonly sources: ReadonlySet<Source> }) {
  const words = useWords();
  const order = sourceOrder(useWorkspace());
  const shown = order.filter((source) => sources.has(source) && source !== "typed");
  if (shown.length < 2) return null;
  const move = (at: number, by: -1 | 1) => {
    const next = [...shown];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    void orderSources([...next, ...order.filter((source) => !next.includes(source))]);
  };
  return (
    <section className="source-order">
      <h3>{words.text("customer.match.order.title")}</h3>
      <ol>
        {shown.map((source, at) => {
          const name = words.text(`customer.source.${source}`);
          return (
            <li key={source}>
              <span>
                {at + 1} · {name}
              </span>
              <Button
                label={words.text("customer.match.order.up", { source: name })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                ↑
              </Button>
              <Button
                label={words.text("customer.match.order.down", { source: name })}
                disabled={at === shown.length - 1}
                onClick={() => move(at, 1)}
              >
                ↓
              </Button>
            </li>
          );
        })}
      </ol>
      <p className="quiet">{words.text("customer.match.order.text")}</p>
    </section>
  );
}
