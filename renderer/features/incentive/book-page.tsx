import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import type { BookLine } from "../../../core/incentive/reward-book/book-lines.ts";
import { bookYears, rewardBook } from "../../../core/incentive/reward-book/reward-book.ts";
import type { RewardBook } from "../../../core/incentive/reward-book/reward-book.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { periodOf } from "../../../core/base/period.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { recordHref } from "../../platform/record-place.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { RewardPageProps } from "./recognition-page.tsx";
import { useRewardSource } from "./reward-source.ts";
import type { RewardSource } from "./reward-source.ts";
import { useOpenRecord } from "./use-open-record.ts";
import "./rewards.css";

/** 激励档案: everything that one person got, by year. The address names the person. */
export function BookPage({ tabs }: RewardPageProps) {
  const words = useWords();
  const source = useRewardSource();
  const { rows } = source;
  const [id, open] = useOpenRecord("book");
  const members = inOrder(rows.members);
  const member = (id === null ? undefined : rows.members.get(id)) ?? members[0];
  if (!member) {
    return (
      <Page tabs={tabs} activeTab="book">
        <EmptyState
          title={words.text("team.members.empty.title")}
          text={words.text("incentive.book.nobody")}
          actions={[{ label: words.text("team.matrix.to-members"), onClick: () => goTo(placeHref("team")) }]}
        />
      </Page>
    );
  }
  return (
    <MemberBook
      key={member.id}
      tabs={tabs}
      source={source}
      memberId={member.id}
      people={
        <Choice
          label={words.text("incentive.book.member")}
          quiet
          value={member.id as string}
          options={members.map((one) => ({ value: one.id as string, label: one.name }))}
          onChange={open}
        />
      }
    />
  );
}

function MemberBook(
  props: RewardPageProps & {
    readonly source: RewardSource;
    readonly memberId: MemberId;
    readonly people: ReactNode;
  },
) {
  const { source, memberId } = props;
  const words = useWords();
  const { rows, settings, today } = source;
  const { fiscalStart } = settings;
  const thisYear = fiscalYearOf(periodOf(today, "year", fiscalStart), fiscalStart);
  const years = useMemo(
    () => [...new Set([thisYear, ...bookYears(rows, memberId, fiscalStart)])].toSorted((a, b) => b - a),
    [rows, memberId, fiscalStart, thisYear],
  );
  const [chosen, choose] = useState<string | null>(null);
  const year = Number(chosen ?? thisYear);
  const book = useMemo(
    () => rewardBook(rows, { memberId, year, fiscalStart }),
    [rows, memberId, year, fiscalStart],
  );
  const name = rows.members.get(memberId)?.name ?? "";
  const label = words.text("incentive.book.table", { name, year: String(year) });
  return (
    <Page
      tabs={props.tabs}
      activeTab="book"
      tools={
        <>
          {props.people}
          <Choice
            label={words.text("incentive.book.year")}
            quiet
            value={String(year)}
            options={years.map((one) => ({
              value: String(one),
              label: words.text("base.year", { year: String(one) }),
            }))}
            onChange={choose}
          />
        </>
      }
      hint={words.text("incentive.book.hint")}
    >
      <BookSums book={book} />
      {book.lines.length === 0 ? (
        <p className="quiet">{words.text("incentive.book.empty", { name })}</p>
      ) : (
        <DataTable<BookLine>
          label={label}
          rows={book.lines}
          rowKey={(line) => `${line.ref.table}/${line.ref.id}`}
          columns={bookColumns(words)}
          onOpen={(line) => goTo(recordHref(line.ref) ?? placeHref("incentive"))}
          exportName={label}
        />
      )}
    </Page>
  );
}

function BookSums({ book }: { readonly book: RewardBook }) {
  const words = useWords();
  return (
    <dl className="book-sums">
      <div>
        <dt>{words.text("incentive.book.total")}</dt>
        <dd>
          <ExplainedFigure of={book.total} size="headline" />
        </dd>
      </div>
      {book.sums.map(({ kind, figure }) => (
        <div key={kind}>
          <dt>{words.text(`incentive.book.kind.${kind}`)}</dt>
          <dd>
            <ExplainedFigure of={figure} />
            {figure.note && <small className="quiet"> {words.say(figure.note)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function bookColumns(words: Words): readonly DataColumn<BookLine>[] {
  const title = (key: string) => words.text(`incentive.book.column.${key}`);
  return [
    { key: "on", title: title("on"), width: 112, text: (line) => line.on },
    {
      key: "kind",
      title: title("kind"),
      width: 132,
      text: (line) => words.text(`incentive.book.kind.${line.kind}`),
    },
    { key: "what", title: title("what"), width: 520, text: (line) => words.say(line.label) },
    {
      key: "amount",
      title: title("amount"),
      width: 132,
      align: "end",
      text: (line) =>
        line.amount === null ? "" : words.quantity({ unit: "money", value: line.amount }, "full"),
      sortValue: (line) => line.amount ?? Number.NEGATIVE_INFINITY,
      exportValue: (line) => plainNumber(words, { unit: "money", value: line.amount }),
    },
    {
      key: "counts",
      title: title("counts"),
      width: 160,
      text: (line) => (line.counts ? "" : words.text("incentive.book.pending")),
    },
  ];
}
