/** One line of a column head, and the space around all of them. */
const LINE = 14;
const AROUND = 18;
/** A generous width of one letter of a head, and of one wide (Chinese) character, in CSS pixels. */
const LETTER = 7.6;
const WIDE = 12.2;

/** What of a column says how tall its head must be. */
export interface HeadColumn {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly width: number;
}

/** How tall the heads of a table must be so that none is cut: titles take two lines where one is too short. */
export function headHeight(columns: readonly HeadColumn[]): number {
  const lines = columns.map(
    (column) => titleLines(column.title, column.width - 16) + (column.subtitle === undefined ? 0 : 1),
  );
  return AROUND + LINE * Math.max(1, ...lines);
}

function titleLines(title: string, room: number): 1 | 2 {
  const width = [...title].reduce((sum, sign) => sum + (sign > "\u2E80" ? WIDE : LETTER), 0);
  return width > room ? 2 : 1;
}
