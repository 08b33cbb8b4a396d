/** The import law of docs/architecture.md as data. `test/fixtures/bad-tree` breaks each of its rules once. */

/** The rooms of core from the lowest to the highest; sisters share a step and never meet. */
export const ROOM_STEPS = [
  ["base"],
  ["team"],
  ["customer"],
  ["kpi"],
  ["target"],
  ["training", "incentive"],
  ["meeting"],
  ["review"],
  ["vault"],
  ["bridge"],
] as const;

export interface Zone {
  readonly name: string;
  /** What belongs to the zone; the first zone that matches a path is its zone. */
  readonly path: RegExp;
  /** Which of our files it may import beside its own zone's. */
  readonly mayImport: readonly RegExp[];
  /** Which packages and `node:` modules it may import. */
  readonly packages: readonly RegExp[];
}

const PURE = [/^zod$/, /^chinese-days($|\/)/, /^crc-32$/, /^pinyin-pro$/];
const NODE = /^node:/;
const REACT = [/^react($|\/)/, /^react-dom($|\/)/, /^@mui\//, /^@emotion\//, /^wouter($|\/)/];
const SCREEN = [...REACT, /^zustand($|\/)/, /^@tanstack\//, /^pinyin-pro$/];

/** Zones other than the rooms of core, whose table follows from `ROOM_STEPS`. */
export const ZONES: readonly Zone[] = [
  zone("core/words", /^core\/words\//, [/^core\/base\//], [/^i18next$/]),
  zone("formats", /^formats\//, [/^core\//], [...PURE, /^(papaparse|fflate|hucre|chardet)($|\/)/]),
  zone(
    "electron/main",
    /^electron\/main\.ts$/,
    [/^electron\//, /^core\//, /^formats\//, /^cli\/run\.ts$/],
    [NODE, /^electron$/],
  ),
  zone("electron", /^electron\//, [/^core\//, /^formats\//], [NODE, /^electron$/, ...PURE]),
  zone("cli", /^cli\//, [/^core\//, /^formats\//], [NODE]),
  zone("renderer/platform", /^renderer\/platform\//, [/^core\//], []),
  zone("schema-steps", /^(renderer\/storage\/versions|core\/vault\/upgrades)\/\d{4}/, [], []),
  zone(
    "renderer/storage",
    /^renderer\/storage\//,
    [/^core\//, /^renderer\/platform\//],
    [/^dexie$/, /^zustand($|\/)/, /^react$/, ...PURE],
  ),
  zone("renderer/ui", /^renderer\/ui\//, [/^core\/(base|words)\//], [...SCREEN, /^chart\.js($|\/)/]),
  zone("renderer/worker", /^renderer\/worker\//, [/^core\//, /^formats\//], PURE),
  zone(
    "renderer/features",
    /^renderer\/features\//,
    [/^core\//, /^renderer\/(platform|storage|ui|worker)\//],
    SCREEN,
  ),
  zone("renderer/app", /^renderer\/app\//, [/^core\//, /^renderer\//], SCREEN),
  zone("scripts", /^scripts\//, [/./], [/./]),
  zone("test", /^test\//, [/./], [/./]),
];

/** Packages that core may import anywhere. */
export const CORE_PACKAGES: readonly RegExp[] = PURE;

function zone(name: string, path: RegExp, mayImport: readonly RegExp[], packages: readonly RegExp[]): Zone {
  return { name, path, mayImport, packages };
}
