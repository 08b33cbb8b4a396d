import type {
  PackBlock,
  PackCell,
  PackChart,
  PackDocument,
  PackSection,
  PackTable,
} from "../../../core/review/document.ts";
import { drawChart } from "../../worker/draw-chart.ts";
import type { Quantity } from "../../../core/base/message.ts";
import type { Words } from "../../../core/words/words.ts";
import { Figure } from "../../ui/figure.tsx";
import { SIGN_BY_TONE } from "../../ui/tone-sign.ts";
import { useWords } from "../../ui/words-context.tsx";
import "./pack-view.css";

/** The pack on screen: the same document as the PDF, on a sheet that stays paper-white in the dark, its figures alive. */
export function PackView({ document }: { readonly document: PackDocument }) {
  const words = useWords();
  return (
    <article className="pack-sheet" data-theme="light" aria-label={words.say(document.title)}>
      <header>
        <h1>{words.say(document.title)}</h1>
        <p className="pack-quiet">{words.say(document.subtitle)}</p>
      </header>
      {document.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: PackSection }) {
  const words = useWords();
  return (
    <section className={section.newPage ? "pack-page" : undefined} aria-labelledby={`pack-${section.id}`}>
      <h2 id={`pack-${section.id}`}>{words.say(section.title)}</h2>
      {section.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </section>
  );
}

function Block({ block }: { readonly block: PackBlock }) {
  const words = useWords();
  switch (block.kind) {
    case "text":
      return <p>{words.say(block.message)}</p>;
    case "commentary":
      return <blockquote>{block.text}</blockquote>;
    case "figures":
      return (
        <dl className="pack-figures">
          {block.figures.map((figure) => (
            <div key={words.say(figure.label)}>
              <dt>{words.say(figure.label)}</dt>
              <dd>
                <Figure quantity={figure.quantity} {...(figure.explain ? { explain: figure.explain } : {})} />
                {figure.note ? <span className="pack-quiet">{words.say(figure.note)}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return <List block={block} />;
    case "table":
      return <Table table={block} />;
    case "chart":
      return <Chart chart={block} />;
    case "signatures":
      return (
        <div className="pack-signatures">
          {block.lines.map((line) => (
            <p key={line.key}>{words.say(line)}</p>
          ))}
        </div>
      );
  }
}

function List({ block }: { readonly block: Extract<PackBlock, { kind: "list" }> }) {
  const words = useWords();
  return (
    <>
      <h3>{words.say(block.title)}</h3>
      {block.items.length === 0 ? (
        <p className="pack-quiet">{words.say(block.empty)}</p>
      ) : (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <b className={item.tone ? `tone-${item.tone}` : "pack-quiet"} aria-hidden>
                {item.tone ? SIGN_BY_TONE[item.tone] || "·" : "·"}
              </b>
              {words.say(item.message)}
              {item.detail ? <span className="pack-quiet"> {words.say(item.detail)}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Table({ table }: { readonly table: PackTable }) {
  const words = useWords();
  return (
    <>
      <h3 id={`pack-table-${table.id}`}>{words.say(table.title)}</h3>
      <table aria-labelledby={`pack-table-${table.id}`}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.unit === "text" ? "pack-text" : "pack-number"}
              >
                {words.say(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} className={`pack-${row.emphasis}`}>
              {row.cells.map((cell, index) => (
                <Cell
                  key={table.columns[index]?.key ?? index}
                  cell={cell}
                  isText={table.columns[index]?.unit === "text"}
                  isHeader={index === 0}
                  depth={index === 0 ? row.depth : 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.map((note, index) => (
        <p key={index} className="pack-quiet">
          {words.say(note)}
        </p>
      ))}
    </>
  );
}

interface CellProps {
  readonly cell: PackCell;
  readonly isText: boolean;
  readonly isHeader: boolean;
  readonly depth: number;
}

function Cell({ cell, isText, isHeader, depth }: CellProps) {
  const className = isText ? "pack-text" : "pack-number";
  const content = <CellContent cell={cell} />;
  if (!isHeader) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={className} style={depth > 0 ? { paddingLeft: 8 + depth * 16 } : undefined}>
      {content}
    </th>
  );
}

function CellContent({ cell }: { readonly cell: PackCell }) {
  const words = useWords();
  if ("text" in cell) return cell.text;
  if ("message" in cell) return words.say(cell.message);
  return (
    <Figure
      quantity={cell.quantity}
      text={words.quantity(cell.quantity, "column")}
      {...(cell.tone ? { tone: cell.tone } : {})}
      {...(cell.explain ? { explain: cell.explain } : {})}
    />
  );
}

function Chart({ chart }: { readonly chart: PackChart }) {
  const words = useWords();
  const source = `data:image/svg+xml;utf8,${encodeURIComponent(drawChart(chart, words))}`;
  return (
    <figure>
      <figcaption>{words.say(chart.title)}</figcaption>
      <img src={source} alt={chartText(chart, words)} />
    </figure>
  );
}

/** What the chart says, for those who cannot see it. */
function chartText(chart: PackChart, words: Words): string {
  return chart.series
    .flatMap((series) =>
      series.values.map((value, index) => {
        const label = chart.labels[index] ? words.say(chart.labels[index]) : "";
        return `${label} ${words.quantity({ unit: chart.unit, value } as Quantity)}`;
      }),
    )
    .join(", ");
}
