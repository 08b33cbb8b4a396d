import { useEffect } from "react";
import { create } from "zustand";
import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { speakOfRooms } from "../language.ts";
import type { HomeSource } from "./home-source.ts";
import type * as payFiguresModule from "./pay-figures.ts";
import type { PayFigures } from "./pay-figures.ts";
import { Square } from "./square.tsx";

type Rules = typeof payFiguresModule;

/** The rules of pay, fetched after home is drawn. */
export const payRules = create<{ readonly rules: Rules | null }>(() => ({ rules: null }));

/** Incentives: what everybody gets for the period, and what waits for approval. */
export function IncentiveSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const { rules } = payRules();
  const hasPay = source.workspace.rows.payPlans.size > 0 || source.workspace.rows.statements.size > 0;
  useEffect(() => {
    if (!hasPay) return;
    void Promise.all([import("./pay-figures.ts"), speakOfRooms()]).then(([fetched]) =>
      payRules.setState({ rules: fetched }),
    );
  }, [hasPay]);
  if (!hasPay) {
    return (
      <Square
        room="incentive"
        note={<a href={placeHref("incentive", "plans")}>{words.text("incentive.home.first")}</a>}
      />
    );
  }
  if (!rules) return <Square room="incentive" note={words.text("incentive.home.reckoning")} />;
  const [waiting] = rules.payNeeds(source);
  return <Filled source={source} figures={rules.payFigures(source)} waiting={waiting} />;
}

function Filled(props: {
  readonly source: HomeSource;
  readonly figures: PayFigures;
  readonly waiting: ReturnType<Rules["payNeeds"]>[number] | undefined;
}) {
  const words = useWords();
  const { figures, waiting, source } = props;
  const period = { period: source.book.period.id, form: "short" } as const;
  return (
    <Square
      room="incentive"
      headline={
        <Figure
          size="headline"
          quantity={{ unit: "money", value: figures.people === 0 ? null : figures.total }}
          explain={() => figures.explain()}
        />
      }
      beside={words.text(figures.isApproved ? "incentive.home.beside.approved" : "incentive.home.beside", {
        period,
      })}
      note={
        <>
          {waiting && typeof waiting.about !== "string" ? (
            <a href={placeHref("incentive", "statements")} className="tone-behind">
              ▼ {words.say(waiting.about)}
            </a>
          ) : (
            words.text("incentive.home.quiet")
          )}
          {figures.change !== 0 &&
            ` · ${words.text("incentive.home.change", { change: words.quantity({ unit: "money", value: figures.change }) })}`}
        </>
      }
    />
  );
}
