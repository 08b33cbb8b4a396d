/** What is refused before it can fill the memory. */
export const FILE_LIMITS = {
  /** A CSV, or all parts of a workbook together, unpacked. */
  bytes: 200 * 1024 * 1024,
  /** Unpacked to packed, for any part of more than `ratioFromBytes`. */
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  cells: 10_000_000,
  /** Twice what a sheet of Excel's can have. */
  rows: 2_000_000,
  /** Files in an archive. */
  members: 500,
  /** Characters in one cell. */
  cellLength: 1_000_000,
} as const;
