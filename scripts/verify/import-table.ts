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

const PURE = [
  /^zod$/,
  /^@noble\/hashes\//,
  /^chinese-days($|\/)/,
  /^crc-32$/,
  /^pinyin-pro$/,
  /^rrule$/,
  /^minisearch$/,
];
const NODE = /^node:/;
/** For the version that a file or window states. */
const MANIFEST = /^package\.json$/;
const REACT = [/^react($|\/)/, /^react-dom($|\/)/, /^@mui\//, /^@emotion\//, /^wouter($|\/)/];
const SCREEN = [...REACT, /^zustand($|\/)/, /^@tanstack\//, /^pinyin-pro$/];

/** Zones other than the rooms of core, whose table follows from `ROOM_STEPS`. */
export const ZONES: readonly Zone[] = [
  { name: "core/words", path: /^core\/words\//, mayImport: [/^core\/base\//], packages: [/^i18next$/] },
  {
    name: "formats",
    path: /^formats\//,
    mayImport: [/^core\//],
    packages: [...PURE, /^(papaparse|fflate|hucre|chardet|docx|ical-generator|age-encryption)($|\/)/],
  },
  {
    name: "electron/main",
    path: /^electron\/(main|run-command-line)\.ts$/,
    mayImport: [/^electron\//, /^core\//, /^formats\//, /^cli\/(run|io)\.ts$/],
    packages: [NODE, /^electron$/],
  },
  {
    name: "electron/update",
    path: /^electron\/update\//,
    mayImport: [/^electron\//, /^core\//, MANIFEST],
    packages: [NODE, /^electron(-updater)?$/, ...PURE],
  },
  {
    name: "electron",
    path: /^electron\//,
    mayImport: [/^core\//, /^formats\//, MANIFEST],
    packages: [NODE, /^electron$/, ...PURE],
  },
  { name: "cli", path: /^cli\//, mayImport: [/^core\//, /^formats\//, MANIFEST], packages: [NODE, ...PURE] },
  {
    name: "schema-steps",
    path: /^(renderer\/storage\/versions|core\/vault\/upgrades)\/\d{4}/,
    mayImport: [],
    packages: [/^dexie$/, /^zod$/],
  },
  { name: "renderer/platform", path: /^renderer\/platform\//, mayImport: [/^core\//], packages: PURE },
  {
    name: "renderer/storage",
    path: /^renderer\/storage\//,
    mayImport: [/^core\//, /^renderer\/platform\//, MANIFEST],
    packages: [/^dexie$/, /^zustand($|\/)/, /^react$/, ...PURE],
  },
  {
    name: "renderer/ui",
    path: /^renderer\/ui\//,
    mayImport: [/^core\/(base|words)\//],
    packages: [...SCREEN, /^chart\.js($|\/)/],
  },
  {
    name: "renderer/worker",
    path: /^renderer\/worker\//,
    mayImport: [/^core\//, /^formats\//],
    packages: PURE,
  },
  {
    name: "renderer/files",
    path: /^renderer\/files\//,
    mayImport: [/^core\//, /^renderer\/(platform|storage|ui|worker)\//],
    packages: SCREEN,
  },
  {
    name: "renderer/features",
    path: /^renderer\/features\//,
    mayImport: [/^core\//, /^renderer\/(files|platform|storage|ui|worker)\//],
    packages: SCREEN,
  },
  {
    name: "renderer/app",
    path: /^renderer\/app\//,
    mayImport: [/^core\//, /^renderer\//],
    packages: SCREEN,
  },
  { name: "scripts", path: /^scripts\//, mayImport: [/./], packages: [/./] },
  { name: "test", path: /^test\//, mayImport: [/./], packages: [/./] },
];

/** Packages that core may import anywhere. */
export const CORE_PACKAGES: readonly RegExp[] = PURE;
