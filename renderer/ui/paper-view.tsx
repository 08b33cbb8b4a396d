import { createContext, useContext } from "react";
import type { Quantity } from "../../core/base/message.ts";
import type {
  PaperBlock,
  PaperCell,
  PaperChart,
  Paper,
  PaperSection,
  PaperTable,
} from "../../core/base/paper.ts";
import { headingOf } from "../../core/words/heading-of.ts";
import type { Words } from "../../core/words/words.ts";
import { Figure } from "./figure.tsx";
import { SIGN_BY_TONE } from "./tone-sign.ts";
import { useWords } from "./words-context.tsx";
import "./paper-view.css";

/** Draws a chart as SVG in which all text is escaped. */
type DrawChart = (chart: PaperChart, words: Words) => string;
const DrawContext = createContext<DrawChart | null>(null);

/** A document on screen as it will be on paper: on a sheet that stays paper-white in the dark, its figures alive. Who shows
 * one with charts says how they are drawn. */
export function PaperView({ paper, drawChart }: { readonly paper: Paper; readonly drawChart?: DrawChart }) {
  const words = useWords();
  return (
    <DrawContext value={drawChart ?? null}>
      <article
        className="paper-sheet"
        data-theme="light"
        lang={words.locale}
        aria-label={words.say(paper.title)}
      >
        <header>
          <h1>{words.say(paper.title)}</h1>
          <p className="paper-quiet">{words.say(paper.subtitle)}</p>
        </header>
        {paper.sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </article>
    </DrawContext>
  );
}

function Section({ section }: { readonly section: PaperSection }) {
  const words = useWords();
  return (
    <section className={section.newPage ? "paper-page" : undefined} aria-labelledby={`paper-${section.id}`}>
      <h2 id={`paper-${section.id}`}>{words.say(section.title)}</h2>
      {section.blocks.map((block, index) => (
        <Block key={index} block={block} section={section} />
      ))}
    </section>
  );
}

function Block({ block, section }: { readonly block: PaperBlock; readonly section: PaperSection }) {
  const words = useWords();
  switch (block.kind) {
    case "text":
      return <p>{words.say(block.message)}</p>;
    case "commentary":
      return <blockquote>{block.text}</blockquote>;
    case "figures":
      return (
        <dl className="paper-figures">
          {block.figures.map((figure) => (
            <div key={words.say(figure.label)}>
              <dt>{words.say(figure.label)}</dt>
              <dd>
                <Figure quantity={figure.quantity} {...(figure.explain ? { explain: figure.explain } : {})} />
                {figure.note ? <span className="paper-quiet">{words.say(figure.note)}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return <List block={block} />;
    case "table":
      return <Table table={block} section={section} />;
    case "chart":
      return <Chart chart={block} />;
    case "signatures":
      return (
        <div className="paper-signatures">
          {block.lines.map((line) => (
            <p key={line.key}>{words.say(line)}</p>
          ))}
        </div>
      );
  }
}

function List({ block }: { readonly block: Extract<PaperBlock, { kind: "list" }> }) {
  const words = useWords();
  return (
    <>
      {block.title ? <h3>{words.say(block.title)}</h3> : null}
      {block.items.length === 0 ? (
        <p className="paper-quiet">{words.say(block.empty)}</p>
      ) : (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <b className={item.tone ? `tone-${item.tone}` : "paper-quiet"} aria-hidden>
                {item.tone ? SIGN_BY_TONE[item.tone] || "·" : "·"}
              </b>
              {words.say(item.message)}
              {item.detail ? <span className="paper-quiet"> {words.say(item.detail)}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Table({ table, section }: { readonly table: PaperTable; readonly section: PaperSection }) {
  const words = useWords();
  const heading = headingOf(table.title, section.title, words);
  return (
    <>
      {heading === null ? null : <h3 id={`paper-table-${table.id}`}>{heading}</h3>}
      <table aria-labelledby={heading === null ? `paper-${section.id}` : `paper-table-${table.id}`}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.unit === "text" ? "paper-text" : "paper-number"}
              >
                {words.say(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} className={`paper-${row.emphasis}`}>
              {row.cells.map((cell, index) => (
                <Cell
                  key={table.columns[index]?.key ?? index}
                  cell={cell}
                  isText={table.columns[index]?.unit === "text"}
                  isExact={table.columns[index]?.isExact === true}
                  isHeader={index === 0}
                  depth={index === 0 ? row.depth : 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.map((note, index) => (
        <p key={index} className="paper-quiet">
          {words.say(note)}
        </p>
      ))}
    </>
  );
}

interface CellProps {
  readonly cell: PaperCell;
  readonly isText: boolean;
  readonly isExact: boolean;
  readonly isHeader: boolean;
  readonly depth: number;
}

function Cell({ cell, isText, isExact, isHeader, depth }: CellProps) {
  const className = isText ? "paper-text" : "paper-number";
  const content = <CellContent cell={cell} isExact={isExact} />;
  if (!isHeader) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={className} style={depth > 0 ? { paddingLeft: 8 + depth * 16 } : undefined}>
      {content}
    </th>
  );
}

function CellContent({ cell, isExact }: Pick<CellProps, "cell" | "isExact">) {
  const words = useWords();
  if ("text" in cell) return cell.text;
  if ("day" in cell) return words.day(cell.day);
  if ("message" in cell) return words.say(cell.message);
  return (
    <Figure
      quantity={cell.quantity}
      text={words.quantity(cell.quantity, isExact ? "sentence" : "column")}
      {...(cell.tone ? { tone: cell.tone } : {})}
      {...(cell.explain ? { explain: cell.explain } : {})}
    />
  );
}

function Chart({ chart }: { readonly chart: PaperChart }) {
  const words = useWords();
  const drawChart = useContext(DrawContext);
  if (drawChart === null) return null;
  const source = `data:image/svg+xml;utf8,${encodeURIComponent(drawChart(chart, words))}`;
  return (
    <figure>
      <figcaption>{words.say(chart.title)}</figcaption>
      <img src={source} alt={chartText(chart, words)} />
    </figure>
  );
}

/** What the chart says, for those who cannot see it. */
function chartText(chart: PaperChart, words: Words): string {
  return chart.series
    .flatMap((series) =>
      series.values.map((value, index) => {
        const label = chart.labels[index] ? words.say(chart.labels[index]) : "";
        return `${label} ${words.quantity({ unit: chart.unit, value } as Quantity)}`;
      }),
    )
    .join(", ");
}
