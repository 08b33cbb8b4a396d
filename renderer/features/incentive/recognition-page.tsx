import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { currencyDigits } from "../../../core/base/money.ts";
import { listRecognitions } from "../../../core/incentive/recognition/edit-recognitions.ts";
import type { Recognition } from "../../../core/incentive/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { RecognitionDrawer } from "./recognition-drawer.tsx";
import { useRewardSource } from "./reward-source.ts";
import type { RewardSource } from "./reward-source.ts";
import { StarPart } from "./star-part.tsx";
import { useOpenRecord } from "./use-open-record.ts";
import "./rewards.css";

export interface RewardPageProps {
  readonly tabs: readonly PageTab[];
}

const RECOGNITION_KINDS = ["star", "badge", "thanks"] as const;
type KindChoice = Recognition["kind"] | "all";

/** 表彰: the star that the figures propose, badges, words of thanks. */
export function RecognitionPage({ tabs }: RewardPageProps) {
  const words = useWords();
  const source = useRewardSource();
  const [id, open] = useOpenRecord("recognition");
  const [draft, setDraft] = useState<Recognition | null>(null);
  const [kind, setKind] = useState<KindChoice>("all");
  const shown = listRecognitions(source.rows, { kind: kind === "all" ? undefined : kind });
  const opened = draft ?? (id === null ? undefined : source.rows.recognitions.get(id));
  const begin = () => setDraft(emptyRecognition(source));
  return (
    <Page
      tabs={tabs}
      activeTab="recognition"
      tools={
        <>
          <Button kind="primary" onClick={begin}>
            {words.text("incentive.recognition.add")}
          </Button>
          <Choice<KindChoice>
            label={words.text("incentive.recognition.kind")}
            quiet
            value={kind}
            options={[
              { value: "all", label: words.text("incentive.recognition.kind.all") },
              ...RECOGNITION_KINDS.map((value) => ({
                value,
                label: words.text(`incentive.recognition.kind.${value}`),
              })),
            ]}
            onChange={setKind}
          />
        </>
      }
      hint={words.text("incentive.recognition.hint")}
    >
      <StarPart source={source} onPick={setDraft} />
      {source.rows.recognitions.size === 0 ? (
        <EmptyState
          title={words.text("incentive.recognition.empty.title")}
          text={words.text("incentive.recognition.empty.text")}
          actions={[{ label: words.text("incentive.recognition.add"), onClick: begin }]}
        />
      ) : (
        <DataTable<Recognition>
          label={words.text("incentive.recognition.table")}
          rows={shown}
          rowKey={(row) => row.id}
          columns={recognitionColumns(words, source)}
          onOpen={(row) => open(row.id)}
          exportName={words.text("incentive.recognition.table")}
        />
      )}
      {opened && (
        <RecognitionDrawer
          key={opened.id}
          source={source}
          recognition={opened}
          onClose={() => {
            if (draft) setDraft(null);
            else open(null);
          }}
        />
      )}
    </Page>
  );
}

function emptyRecognition({ today }: RewardSource): Recognition {
  return {
    id: currentPlatform().newId(),
    kind: "thanks",
    memberId: "" as MemberId,
    on: today,
    title: "",
    reason: "",
  };
}

function recognitionColumns(
  words: Words,
  { rows, settings }: RewardSource,
): readonly DataColumn<Recognition>[] {
  const title = (key: string) => words.text(`incentive.recognition.column.${key}`);
  const cost = (row: Recognition) =>
    row.cost === undefined ? "" : words.quantity({ unit: "money", value: row.cost }, "full");
  return [
    { key: "on", title: title("on"), width: 104, text: (row) => row.on },
    {
      key: "kind",
      title: title("kind"),
      width: 140,
      text: (row) => words.text(`incentive.recognition.kind.${row.kind}`),
    },
    {
      key: "member",
      title: title("member"),
      width: 100,
      text: (row) => rows.members.get(row.memberId)?.name ?? row.memberId,
    },
    { key: "title", title: title("title"), width: 220, text: (row) => row.title },
    { key: "reason", title: title("reason"), width: 400, text: (row) => row.reason },
    {
      key: "cost",
      title: title("cost"),
      width: 100,
      align: "end",
      text: cost,
      sortValue: (row) => row.cost ?? -1,
      exportValue: (row) =>
        row.cost === undefined ? null : row.cost / 10 ** currencyDigits(settings.currency),
    },
  ];
}
