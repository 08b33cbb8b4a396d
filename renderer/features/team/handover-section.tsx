import { useState } from "react";
import type { HandoverItem, HandoverKind, TargetItem } from "../../../core/review/handover/handover-items.ts";
import { takerOf } from "../../../core/review/handover/plan-handover.ts";
import { explainRest } from "../../../core/target/life/explain-rest.ts";
import { recordHref } from "../../platform/record-place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { Words } from "../../../core/words/words.ts";
import { takerFrom, takerValue } from "./use-handover.ts";
import type { Handover } from "./use-handover.ts";

/** How many things of a kind are shown before more is asked for, and how many more then: a book has tens of thousands, each with
 * a choice of its own. */
const FIRST_ITEMS = 8;
const MORE_ITEMS = 100;

export interface HandoverSectionProps {
  readonly handover: Handover;
  readonly kind: HandoverKind;
}

/** One kind of work: who takes it, and each single thing with its own taker where it is to be another. */
export function HandoverSection({ handover, kind }: HandoverSectionProps) {
  const words = useWords();
  const [most, setMost] = useState(FIRST_ITEMS);
  const items = handover.items.filter((item) => item.kind === kind);
  const shown = items.slice(0, most);
  const more = Math.min(MORE_ITEMS, items.length - shown.length);
  const title = words.text(`review.handover.kind.${kind}`);
  const hasDetail = items.some((item) => item.detail);
  const hasAmount = items.some((item) => item.amount);
  return (
    <section className="handover-section" aria-label={title}>
      <header>
        <h2>
          {title} <span className="quiet">{items.length}</span>
        </h2>
        <Choice
          label={words.text("review.handover.column.taker")}
          value={takerValue(handover.choice.takerByKind[kind] ?? null)}
          options={takerOptions(words, handover, kind)}
          onChange={(value) => handover.giveKind(kind, takerFrom(value))}
        />
      </header>
      <table className="handover-table">
        <thead className="unseen">
          <tr>
            <th scope="col">{words.text(`review.handover.column.${kind}`)}</th>
            {hasDetail && <th scope="col">{words.text("review.handover.column.detail")}</th>}
            {hasAmount && <th scope="col">{words.text("review.handover.column.amount")}</th>}
            <th scope="col">{words.text("review.handover.column.taker")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.key}>
              <th scope="row">
                <ItemName item={item} />
              </th>
              {hasDetail && <td className="quiet">{item.detail ? words.say(item.detail) : ""}</td>}
              {hasAmount && (
                <td className="number">
                  <ItemAmount item={item} />
                </td>
              )}
              <td className="taker">
                <ItemTaker handover={handover} item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button kind="link" onClick={() => setMost(most + MORE_ITEMS)}>
          {words.text("review.handover.more", { count: more })}
        </Button>
      )}
      {most > FIRST_ITEMS && (
        <Button kind="link" onClick={() => setMost(FIRST_ITEMS)}>
          {words.text("review.handover.less")}
        </Button>
      )}
    </section>
  );
}

function ItemName({ item }: { readonly item: HandoverItem }) {
  const words = useWords();
  const name = typeof item.label === "string" ? item.label : words.say(item.label);
  const href = recordHref(item.ref);
  return href === null ? name : <a href={href}>{name}</a>;
}

function ItemAmount({ item }: { readonly item: HandoverItem }) {
  if (!item.amount) return null;
  if (item.kind !== "targets") return <Figure quantity={item.amount} />;
  const { tree, finding } = item as TargetItem;
  return <Figure quantity={item.amount} explain={() => explainRest(tree, finding)} />;
}

function ItemTaker({ handover, item }: { readonly handover: Handover; readonly item: HandoverItem }) {
  const words = useWords();
  const { choice, plan } = handover;
  const problem = plan.ok ? undefined : plan.error.find((one) => one.field === item.key);
  const name = typeof item.label === "string" ? item.label : words.say(item.label);
  return (
    <>
      <Choice
        quiet
        label={`${words.text("review.handover.column.taker")}: ${name}`}
        value={takerValue(takerOf(choice, item))}
        options={takerOptions(words, handover, item.kind)}
        onChange={(value) => handover.giveItem(item.key, takerFrom(value))}
      />
      {problem && (
        <p className="tone-at-risk" role="alert">
          {words.say(problem.message)}
        </p>
      )}
    </>
  );
}

function takerOptions(words: Words, { takers }: Handover, kind: HandoverKind) {
  return [
    { value: "", label: words.text("review.handover.nobody") },
    ...(kind === "targets" ? [{ value: "shares", label: words.text("review.handover.shares") }] : []),
    ...takers.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
}
