import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { DealId } from "../../../core/base/id.ts";
import { practiceOfDeal } from "../../../core/meeting/practices/edit-practices.ts";
import { findPractices, practiceFacets } from "../../../core/meeting/practices/filter-practices.ts";
import type { PracticeFilter } from "../../../core/meeting/practices/filter-practices.ts";
import { indexInSteps } from "../../../core/meeting/practices/search-practices.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { inTurns } from "../../storage/in-turns.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { meetingTabs } from "./meeting-tabs.ts";
import { NewPracticeDrawer } from "./new-practice-drawer.tsx";
import { closePlace, usePlaceQuery } from "./place-query.ts";
import { PracticeDrawer } from "./practice-drawer.tsx";
import { PracticePanels } from "./practice-panels.tsx";
import { PracticeTable } from "./practice-table.tsx";
import "./practices.css";

const NO_FILTER: PracticeFilter = { typed: "", tag: "", stage: "", industry: "", archived: false };

/** 案例库: what went well, so that others can do it again; found by text, tag, stage and industry. */
export function PracticesPage() {
  const words = useWords();
  const { practices } = useWorkspace().rows;
  const [filter, setFilter] = useState(NO_FILTER);
  const typed = useDeferredValue(filter.typed);
  const hits = useMemo(() => findPractices(practices, { ...filter, typed }), [practices, filter, typed]);
  useEffect(() => void inTurns(indexInSteps(practices)), [practices]);
  const isEmpty = practices.size === 0;
  const add = () => goTo(placeHref("meeting", "practices", { new: "1" }));
  return (
    <>
      <Page
        tabs={meetingTabs(words)}
        activeTab="practices"
        {...(isEmpty
          ? {}
          : {
              tools: (
                <>
                  <Filters filter={filter} onChange={setFilter} />
                  <Button kind="primary" onClick={add}>
                    {words.text("meeting.practice.add")}
                  </Button>
                </>
              ),
            })}
      >
        {isEmpty && (
          <EmptyState
            title={words.text("meeting.practice.empty.title")}
            text={words.text("meeting.practice.empty.text")}
            actions={[{ label: words.text("meeting.practice.add"), onClick: add }]}
          />
        )}
        <PracticePanels />
        {hits.length > 0 && (
          <PracticeTable hits={hits} onOpen={(id) => goTo(placeHref("meeting", "practices", { id }))} />
        )}
        {!isEmpty && hits.length === 0 && (
          <p className="quiet">
            {words.text("meeting.practice.none")}{" "}
            <Button kind="link" onClick={() => setFilter(NO_FILTER)}>
              {words.text("meeting.practice.none.clear")}
            </Button>
          </p>
        )}
      </Page>
      <Opened />
    </>
  );
}

/** What the address opens: a practice (`id`), one to be written (`new`), or the one of a deal, which is drafted when there is none
 * (`deal`). */
function Opened() {
  const { practices } = useWorkspace().rows;
  const query = usePlaceQuery();
  const { id, deal } = query;
  const opened = id === undefined ? practiceOfDeal(practices, deal as DealId) : practices.get(id);
  const close = () => closePlace("practices", query);
  if (opened) return <PracticeDrawer key={opened.id} practice={opened} onClose={close} />;
  if (id !== undefined || (deal === undefined && query["new"] === undefined)) return null;
  return <NewPracticeDrawer key={deal} dealId={(deal as DealId) ?? null} onClose={close} />;
}

interface FiltersProps {
  readonly filter: PracticeFilter;
  onChange(filter: PracticeFilter): void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const words = useWords();
  const facets = practiceFacets(useWorkspace().rows.practices);
  const choices = [
    ["tag", facets.tags],
    ["stage", facets.stages],
    ["industry", facets.industries],
  ] as const;
  return (
    <>
      <input
        type="search"
        className="text-input practice-search"
        aria-label={words.text("meeting.practice.search")}
        placeholder={words.text("meeting.practice.search.place")}
        value={filter.typed}
        onChange={(event) => onChange({ ...filter, typed: event.target.value })}
      />
      {choices.map(([key, values]) => (
        <Choice
          key={key}
          label={words.text(`meeting.practice.filter.${key}`)}
          value={filter[key]}
          options={[
            { value: "", label: words.text("meeting.practice.filter.all") },
            ...values.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => onChange({ ...filter, [key]: value })}
        />
      ))}
      <Choice
        label={words.text("meeting.practice.filter.shown")}
        quiet
        value={filter.archived ? "archived" : "current"}
        options={(["current", "archived"] as const).map((value) => ({
          value,
          label: words.text(`meeting.practice.filter.${value}`),
        }))}
        onChange={(value) => onChange({ ...filter, archived: value === "archived" })}
      />
    </>
  );
}
