import { isBackupOld } from "../../../core/vault/backup/backup-timing.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { placeHref } from "../../platform/place.ts";
import { backupStore, lastBackupStore, newestBackup } from "../../storage/last-backup.ts";
import { currentSession } from "../../storage/session.ts";
import { isFrozen, saveStatus } from "../../storage/save-status.ts";
import { Figure } from "../../ui/figure.tsx";
import { Segments } from "../../ui/small-charts.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { bookFigures, recordCount, unassignedFigures } from "./book-figures.ts";
import type { HomeSource } from "./home-source.ts";
import { Square } from "./square.tsx";

/** Customers: what is in the pipeline, or, without deals, what was ordered. */
export function CustomerSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const figures = bookFigures(source);
  const unassigned = unassignedFigures(source);
  if (figures.isEmpty) {
    return (
      <Square
        room="customer"
        note={<a href={placeHref("customer", "import")}>{words.text("app.home.book.first")}</a>}
      />
    );
  }
  const hasDeals = figures.open > 0;
  const main = hasDeals ? figures.weighted : figures.orderAmount;
  return (
    <Square
      room="customer"
      headline={
        <Figure
          quantity={main.value}
          explain={main.explain}
          size="headline"
          {...(main.note ? { reason: words.say(main.note) } : {})}
        />
      }
      beside={
        hasDeals
          ? words.text("app.home.book.open", { count: figures.open })
          : words.text("app.home.book.orders", { count: figures.customers })
      }
      note={
        <>
          {words.text("app.home.book.new")}{" "}
          <Figure quantity={figures.newCustomers.value} explain={figures.newCustomers.explain} />
          {unassigned && (
            <>
              {" · "}
              <span className="tone-behind">
                ▼{" "}
                {words.text("app.home.book.unassigned", {
                  share: { unit: "percent", value: unassigned.share },
                })}
              </span>
            </>
          )}
        </>
      }
      picture={
        hasDeals && (
          <Segments
            label={words.text("app.home.book.stages", {
              list: figures.stages.map(({ stage, count }) => `${stage} ${count}`).join(" · "),
            })}
            segments={figures.stages.map(({ stage, count }) => ({
              value: count,
              label: `${stage} ${count}`,
            }))}
          />
        )
      }
    />
  );
}

/** The vault: how old the last backup is, and whether the copies are one. */
export function VaultSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const auto = backupStore((store) => store.state);
  const last = newestBackup(
    lastBackupStore((store) => store.last),
    auto,
  );
  const { state } = saveStatus();
  const isOld = last !== null && isBackupOld(last.atMs, currentPlatform().nowMs());
  const warning = auto?.problem
    ? "problem"
    : isOld && currentSession().sequence > last.sequence
      ? "old"
      : null;
  // How the automatic ones stand is heard a moment after the start.
  const isUnheard = auto === null && currentPlatform().loadBackups !== undefined;
  const age = last ? words.text("app.home.vault.at", { day: dayText(words.locale, last.atMs) }) : null;
  return (
    <Square
      room="vault"
      headline={
        <span className="figure headline">
          {age ?? words.text(isUnheard ? "base.none" : "app.home.vault.none")}
        </span>
      }
      beside={
        last
          ? words.text("app.home.vault.last")
          : words.text("app.home.vault.records", { count: recordCount(source) })
      }
      note={
        <>
          {isFrozen() ? (
            <span className={state === "behind" ? "tone-behind" : "tone-at-risk"}>
              ● {words.text(`app.save.${state}`)}
            </span>
          ) : warning ? (
            <a href={placeHref("vault")}>
              <span className={warning === "problem" ? "tone-at-risk" : "tone-behind"}>
                {warning === "problem" ? "●" : "▼"} {words.text(`app.home.vault.${warning}`)}
              </span>
            </a>
          ) : (
            <span className="tone-ahead">✓ {words.text("app.home.vault.same")}</span>
          )}
          {last && ` · ${words.text("app.home.vault.records", { count: recordCount(source) })}`}
          {!last && !isUnheard && (
            <>
              {" · "}
              <a href={placeHref("vault")}>{words.text("app.home.vault.first")}</a>
            </>
          )}
        </>
      }
    />
  );
}

function dayText(locale: string, atMs: number): string {
  const at = new Date(atMs);
  const isToday = at.toDateString() === new Date().toDateString();
  const format = isToday
    ? ({ hour: "2-digit", minute: "2-digit", hour12: false } as const)
    : ({ month: "short", day: "numeric" } as const);
  return new Intl.DateTimeFormat(locale, format).format(at);
}
