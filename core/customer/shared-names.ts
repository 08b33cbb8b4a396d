import { WHOLE_PPM } from "../base/money.ts";
import type { Ppm } from "../base/money.ts";
import { LEFT_MARK, OWNER_BARS, OWNER_COMMAS, OWNER_SHARE } from "./locales/import-marks.ts";

/** An owner that a cell names beside others, and the part that is theirs. */
export interface SharedName {
  readonly name: string;
  readonly share: Ppm;
}

/** The owners that one cell names, each once, with what is theirs: what the cell says ("王芳 60%|李敏 40%"), never beyond the
 * whole; those without a percentage share what is left equally, the first by what cannot be divided more. `isSure`: parted
 * by a bar or a semicolon and not by commas, which stand in names too.
 * @example sharedNames("Ann; Bob").names // => [{ name: "Ann", share: 500000 }, { name: "Bob", share: 500000 }]
 * @example sharedNames("Ann 60%|Bob 30%").names.map((one) => one.share) // => [600000, 300000]
 * @example sharedNames("Davolio, Nancy").isSure // => false
 */
export function sharedNames(text: string): {
  readonly names: readonly SharedName[];
  readonly isSure: boolean;
} {
  const plain = text.normalize("NFKC");
  const isSure = OWNER_BARS.test(plain);
  const saidByName = new Map<string, number | null>();
  for (const part of plain.split(isSure ? OWNER_BARS : OWNER_COMMAS)) {
    const said = OWNER_SHARE.exec(part);
    const name = (said?.[1] ?? part).replace(LEFT_MARK, "").trim();
    if (name === "" || saidByName.has(name)) continue;
    saidByName.set(name, said ? Math.round(Number(said[2]) * 10_000) : null);
  }
  let left: number = WHOLE_PPM;
  const shareByName = new Map<string, number>();
  for (const [name, said] of saidByName) {
    if (said === null) continue;
    shareByName.set(name, Math.min(said, left));
    left -= shareByName.get(name)!;
  }
  const equal = saidByName.size - shareByName.size;
  const [each, over] = equal === 0 ? [0, 0] : [Math.floor(left / equal), left % equal];
  let place = 0;
  const names = [...saidByName.keys()].map((name) => {
    const share = shareByName.get(name) ?? (place++ < over ? each + 1 : each);
    return { name, share: share as Ppm };
  });
  return { names, isSure };
}
