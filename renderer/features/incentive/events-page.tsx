import { useMemo, useState } from "react";
import { eventFigures } from "../../../core/incentive/events/event-figures.ts";
import type { EventFigure, EventFigures } from "../../../core/incentive/events/event-figures.ts";
import type { RewardEvent } from "../../../core/incentive/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import { EventDrawer } from "./event-drawer.tsx";
import type { RewardPageProps } from "./recognition-page.tsx";
import { useRewardSource } from "./reward-source.ts";
import { useOpenRecord } from "./use-open-record.ts";
import "./rewards.css";

interface Row extends EventFigures {
  readonly event: RewardEvent;
}

/** 奖励活动: journeys that are won and events of the team, with what they cost and how they were liked. */
export function EventsPage({ tabs }: RewardPageProps) {
  const words = useWords();
  const source = useRewardSource();
  const [id, open] = useOpenRecord("events");
  const [draft, setDraft] = useState<RewardEvent | null>(null);
  const { rows, today } = source;
  const shown = useMemo(
    () =>
      [...rows.rewardEvents.values()]
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map((event): Row => ({ event, ...eventFigures(rows, event) })),
    [rows],
  );
  const begin = (kind: RewardEvent["kind"]) =>
    setDraft({ id: currentPlatform().newId(), kind, name: "", on: today, attendance: [], note: "" });
  const opened = draft ?? (id === null ? undefined : rows.rewardEvents.get(id));
  const label = words.text("incentive.event.table");
  const isEmpty = shown.length === 0;
  return (
    <Page
      tabs={tabs}
      activeTab="events"
      {...(isEmpty
        ? {}
        : {
            tools: (
              <>
                <Button kind="primary" onClick={() => begin("team-building")}>
                  {words.text("incentive.event.add.team-building")}
                </Button>
                <Button onClick={() => begin("travel")}>{words.text("incentive.event.add.travel")}</Button>
              </>
            ),
            hint: words.text("incentive.event.hint"),
          })}
    >
      {isEmpty ? (
        <EmptyState
          title={words.text("incentive.event.empty.title")}
          text={words.text("incentive.event.empty.text")}
          actions={(["team-building", "travel"] as const).map((kind) => ({
            label: words.text(`incentive.event.add.${kind}`),
            onClick: () => begin(kind),
          }))}
        />
      ) : (
        <DataTable<Row>
          label={label}
          rows={shown}
          rowKey={(row) => row.event.id}
          columns={eventColumns(words)}
          onOpen={(row) => open(row.event.id)}
          exportName={label}
        />
      )}
      {opened && (
        <EventDrawer
          key={opened.id}
          source={source}
          event={opened}
          onClose={() => {
            if (draft) setDraft(null);
            else open(null);
          }}
        />
      )}
    </Page>
  );
}

function eventColumns(words: Words): readonly DataColumn<Row>[] {
  const title = (key: string) => words.text(`incentive.event.column.${key}`);
  return [
    { key: "on", title: title("on"), width: 104, text: ({ event }) => event.on },
    {
      key: "kind",
      title: title("kind"),
      width: 112,
      text: ({ event }) => words.text(`incentive.event.kind.${event.kind}`),
    },
    { key: "name", title: title("name"), width: 196, text: ({ event }) => event.name },
    {
      key: "period",
      title: title("period"),
      width: 104,
      text: ({ event }) => (event.periodId === undefined ? "" : words.period(event.periodId)),
    },
    moneyColumn(words, "budget", ({ event }) => event.budget),
    moneyColumn(words, "spent", ({ event }) => event.spent),
    figureColumn(words, "left", (row) => row.left),
    {
      key: "came",
      title: title("came"),
      width: 64,
      align: "end",
      text: ({ event }) => (event.attendance.length === 0 ? "" : String(event.attendance.length)),
      sortValue: ({ event }) => event.attendance.length,
      exportValue: ({ event }) => event.attendance.length,
    },
    figureColumn(words, "attendance", (row) => row.attendance),
    figureColumn(words, "rating", (row) => row.rating),
  ];
}

function moneyColumn(words: Words, key: string, amount: (row: Row) => RewardEvent["spent"]): DataColumn<Row> {
  const quantityOf = (row: Row) => ({ unit: "money", value: amount(row) ?? null }) as const;
  return {
    key,
    title: words.text(`incentive.event.${key}`),
    width: 110,
    align: "end",
    text: (row) => (amount(row) === undefined ? "" : words.quantity(quantityOf(row), "full")),
    sortValue: (row) => amount(row) ?? -1,
    exportValue: (row) => plainNumber(words, quantityOf(row)),
  };
}

function figureColumn(words: Words, key: string, of: (row: Row) => EventFigure): DataColumn<Row> {
  return {
    key,
    title: words.text(`incentive.event.column.${key}`),
    width: key === "rating" ? 80 : 100,
    align: "end",
    text: (row) => words.quantity(of(row).value, "full"),
    render: (row) => <ExplainedFigure of={of(row)} form="full" />,
    sortValue: (row) => of(row).value.value ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => plainNumber(words, of(row).value),
  };
}
