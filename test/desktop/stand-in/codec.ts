/* Carries structured values with bytes between the page and the stand-in: four bytes length of the JSON, the JSON, then
 * the bytes that it points into. Both functions are also sent to the page as text, so they use nothing from outside. */

export function encodeValue(value: unknown): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const flatten = (part: unknown): unknown => {
    if (part === undefined) return { $undefined: true };
    if (part instanceof Uint8Array) {
      pieces.push(part);
      size += part.byteLength;
      return { $bytes: [size - part.byteLength, part.byteLength] };
    }
    if (Array.isArray(part)) return part.map(flatten);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, flatten(inner)]));
  };
  const json = new TextEncoder().encode(JSON.stringify(flatten(value)));
  const whole = new Uint8Array(4 + json.byteLength + size);
  new DataView(whole.buffer).setUint32(0, json.byteLength);
  whole.set(json, 4);
  let offset = 4 + json.byteLength;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}

export function decodeValue(whole: Uint8Array): unknown {
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  const bytesFrom = 4 + length;
  const raise = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(raise);
    if (typeof part !== "object" || part === null) return part;
    if ("$undefined" in part) return undefined;
    if ("$bytes" in part) {
      const [offset, size] = part.$bytes as [number, number];
      return new Uint8Array(whole.slice(bytesFrom + offset, bytesFrom + offset + size));
    }
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, raise(inner)]));
  };
  return raise(JSON.parse(new TextDecoder().decode(whole.subarray(4, bytesFrom))));
}
