/* Schema steps that only these tests have, more of them with every life. Each leaves a mark on every skill, so that a step that was
   left out or taken twice shows. The module of the app's own steps loads it first. */

export const STEP_MARK = "+";
export const schemaSteps = Number(new URLSearchParams(location.search).get("schemaSteps") ?? 0);

interface Piece {
  readonly table?: string;
  readonly rows?: readonly { readonly name: { readonly en: string } }[];
}

function leaveMark(pieces: readonly unknown[]): readonly unknown[] {
  return (pieces as readonly Piece[]).map((piece) => {
    if (piece.table !== "skills" || !piece.rows) return piece;
    const rows = piece.rows.map((row) => ({ ...row, name: { ...row.name, en: row.name.en + STEP_MARK } }));
    return { ...piece, rows };
  });
}

Object.assign(globalThis, { faultSchemaSteps: Array.from({ length: schemaSteps }, () => leaveMark) });
