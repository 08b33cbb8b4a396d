import { markHits } from "../../../core/meeting/practices/mark-hits.ts";

/** A text in which what was looked for is marked. */
export function MarkedText({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  if (terms.length === 0) return text;
  return (
    <>
      {markHits(text, terms).map((piece, at) =>
        piece.isHit ? (
          <mark key={at} className="hit">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
