import {
  BRANCH_MARKS,
  COUNTRIES,
  LATIN_PLACES,
  LEGAL_ENDS,
  LEGAL_WORDS,
  PLACES,
  PLACE_ENDS,
} from "../locales/company-words.ts";
import { nameKey } from "../../team/name-key.ts";

/** A company's name without what is written now so and now so. */
export interface CompanyName {
  /** Without legal form, place, spaces and punctuation, in lower case. */
  readonly core: string;
  /** The province or city in the name; "" for none. */
  readonly place: string;
  /** The place stood in brackets: an addition, not a part of the name. */
  readonly isPlaceAside: boolean;
}

/** Takes a company's name apart. Full width, case, spaces and punctuation do not count; a legal form at the end and a
 * country in brackets fall away; a place before the name or in brackets is kept apart. A branch (分公司) stays what it is.
 * @example companyName("杭州华信科技有限公司") // => { core: "华信科技", place: "杭州", isPlaceAside: false }
 * @example companyName("华信科技（杭州）股份有限公司") // => { core: "华信科技", place: "杭州", isPlaceAside: true }
 * @example companyName("The Acme Trading Co., Ltd.").core // => "acmetrading"
 */
export function companyName(name: string): CompanyName {
  const plain = nameKey(name)
    .replace(/&/g, " and ")
    .replace(/[【〔［[{「『]/g, "(")
    .replace(/[】〕］\]}」』]/g, ")");
  const aside = takeAside(plain);
  const core = withoutForm(aside.rest);
  const front = aside.place === "" ? placeBefore(core) : null;
  const rest = front === null ? core : front.rest;
  const bare = rest.replace(/[^\p{L}\p{N}]/gu, "");
  if (bare === "") return { core: plain.replace(/[^\p{L}\p{N}]/gu, ""), place: "", isPlaceAside: false };
  return { core: bare, place: aside.place || front?.place || "", isPlaceAside: aside.place !== "" };
}

/** The city or province that an address begins with, as its short Chinese name; "" for none.
 * @example placeIn("浙江省杭州市西湖区北京路 1 号") // => "杭州"
 */
export function placeIn(address: string): string {
  const plain = nameKey(address).replace(/\s/g, "");
  const starts = [...COUNTRIES].find((country) => plain.startsWith(country)) ?? "";
  const found = placeBefore(plain.slice(starts.length));
  if (found) return found.place;
  const latin = Object.keys(LATIN_PLACES).find((place) => plain.includes(place.replace(" ", "")));
  return latin === undefined ? "" : LATIN_PLACES[latin]!;
}

function takeAside(plain: string): { readonly rest: string; readonly place: string } {
  let place = "";
  const rest = plain.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    const word = inner.trim();
    const found = placeNamed(word);
    if (found !== "") place ||= found;
    return found !== "" || COUNTRIES.has(word) ? " " : ` ${word} `;
  });
  return { rest: rest.trim(), place };
}

function placeNamed(word: string): string {
  const end = PLACE_ENDS.find((one) => word.endsWith(one)) ?? "";
  const short = end === "" ? word : word.slice(0, -end.length);
  return PLACE_SET.has(short) ? short : (LATIN_PLACES[word] ?? "");
}

const PLACE_SET: ReadonlySet<string> = new Set(PLACES);
const LONGEST_PLACE = Math.max(...PLACES.map((place) => place.length));

function placeBefore(core: string): { readonly rest: string; readonly place: string } | null {
  for (let length = LONGEST_PLACE; length >= 2; length -= 1) {
    const place = core.slice(0, length);
    if (!PLACE_SET.has(place)) continue;
    const tail = core.slice(length);
    const end = PLACE_ENDS.find((one) => tail.startsWith(one)) ?? "";
    const rest = tail.slice(end.length);
    const further = placeBefore(rest);
    if (further) return further;
    return rest.length >= 2 ? { rest, place } : null;
  }
  const latin = /^(hong kong|[a-z]+) (.{3,})$/.exec(core);
  const place = latin && LATIN_PLACES[latin[1]!];
  return place ? { rest: latin[2]!, place } : null;
}

function withoutForm(text: string): string {
  let rest = text.replace(/^the /, "").trim();
  for (;;) {
    const shorter = withoutLastForm(rest);
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

function withoutLastForm(text: string): string {
  const end = LEGAL_ENDS.find((one) => text.endsWith(one));
  if (end !== undefined) {
    const rest = text.slice(0, -end.length).replace(/[\s,.·-]+$/u, "");
    return rest === "" || BRANCH_MARKS.some((mark) => rest.endsWith(mark)) ? text : rest;
  }
  const word = /^(.+?)[\s,.·-]+((?:[a-z]\.?)+)[\s,.]*$/u.exec(text);
  if (!word) return text.replace(/[\s,.·-]+$/u, "");
  if (word[2] === "and") return word[1]!;
  return LEGAL_WORDS.has(word[2]!.replace(/\./g, "")) ? word[1]! : text;
}
