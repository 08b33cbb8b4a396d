import { memo } from "react";
import type { CSSProperties, ReactNode } from "react";
import type { GridColumn } from "../grid.tsx";
import { SIGN_BY_TONE } from "../tone-sign.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { EditorExit } from "./cell-editor.tsx";
import { cellKey } from "./use-drafts.ts";
import type { Draft, Drafts } from "./use-drafts.ts";

export interface OpenEditor {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly mode: "type" | "edit";
}

/** Where each column stands, in pixels from the left. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly start: number;
  readonly width: number;
  readonly sticky: boolean;
  readonly edge: boolean;
}

export interface GridRowProps<Row> {
  readonly label: string;
  readonly row: Row;
  readonly rowKey: string;
  readonly index: number;
  readonly top: number;
  readonly depth: number;
  readonly kind: "total" | "group" | undefined;
  readonly placed: readonly PlacedColumn<Row>[];
  readonly totalWidth: number;
  /** The active column of this row, or -1. */
  readonly active: number;
  /** The marked columns of this row; -1 when none is. */
  readonly left: number;
  readonly right: number;
  readonly editor: OpenEditor | null;
  readonly drafts: Drafts;
  onCommit(text: string, exit: EditorExit): void;
  onCancel(): void;
}

function GridRowBody<Row>(props: GridRowProps<Row>) {
  const { index, kind, top, placed, totalWidth } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`grid-row${kind ? ` ${kind}` : ""}`}
      style={{ top, width: totalWidth }}
    >
      {placed.map((place) => (
        <GridCell key={place.column.key} place={place} {...props} />
      ))}
    </div>
  );
}

/** One row of the grid; drawn anew only when something of its own changed. */
export const GridRow = memo(GridRowBody) as typeof GridRowBody;

function GridCell<Row>(props: GridRowProps<Row> & { readonly place: PlacedColumn<Row> }) {
  const { place, row, index, editor } = props;
  const { column } = place;
  const draft = props.drafts.get(cellKey(props.rowKey, column.key));
  const editing = editor !== null && editor.column === place.index ? editor : null;
  const isActive = props.active === place.index;
  const inRange = place.index >= props.left && place.index <= props.right;
  const note = draft?.problem ?? column.note?.(row);
  const canEdit = column.editText !== undefined && column.editText(row) !== null;
  const align = column.align ?? "start";
  return (
    <div
      role={place.index === 0 ? "rowheader" : "gridcell"}
      aria-colindex={place.index + 1}
      aria-selected={inRange}
      aria-readonly={canEdit ? undefined : true}
      aria-invalid={draft?.problem === undefined ? undefined : true}
      aria-description={note}
      data-tip={note}
      tabIndex={isActive && !editing ? 0 : -1}
      data-cell={`${index}:${place.index}`}
      className={classOf(props, { isActive, inRange, canEdit, draft, note, align })}
      style={styleOf(place, props.depth)}
    >
      {editing ? (
        <CellEditor
          label={column.title}
          text={editing.text}
          mode={editing.mode}
          align={align}
          problem={draft?.problem}
          onCommit={props.onCommit}
          onCancel={props.onCancel}
        />
      ) : (
        <span className="grid-text">{contentOf(column, row, draft)}</span>
      )}
    </div>
  );
}

function contentOf<Row>(column: GridColumn<Row>, row: Row, draft: Draft | undefined): ReactNode {
  if (draft) return draft.text;
  if (column.render) return column.render(row);
  const sign = SIGN_BY_TONE[column.tone?.(row) ?? "on-pace"];
  const text = column.text(row);
  return sign === "" || text === "" ? text : `${text} ${sign}`;
}

function classOf<Row>(
  props: GridRowProps<Row> & { readonly place: PlacedColumn<Row> },
  state: {
    readonly isActive: boolean;
    readonly inRange: boolean;
    readonly canEdit: boolean;
    readonly draft: Draft | undefined;
    readonly note: string | undefined;
    readonly align: string;
  },
): string {
  const { place, row } = props;
  const tone = state.draft ? undefined : place.column.tone?.(row);
  return [
    "grid-cell",
    `align-${state.align}`,
    place.sticky && "sticky",
    place.edge && "edge",
    state.isActive && "active",
    state.inRange && props.left !== props.right && "marked",
    state.inRange && props.left === props.right && !state.isActive && "marked",
    state.canEdit && "editable",
    state.draft && (state.draft.refused ? "refused" : "pending"),
    state.draft?.problem !== undefined && "wrong",
    state.note !== undefined && "noted",
    tone && `tone-${tone}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function styleOf<Row>(place: PlacedColumn<Row>, depth: number): CSSProperties {
  const indent = place.index === 0 && depth > 0 ? { paddingInlineStart: 10 + depth * 16 } : {};
  return { left: place.start, width: place.width, ...indent };
}
