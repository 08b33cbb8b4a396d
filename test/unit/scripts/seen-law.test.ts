import { expect, it } from "vitest";
import { findForgottenStates } from "../../../scripts/verify/seen-law.ts";
import { parseSource } from "../../../scripts/verify/source-tree.ts";

const screen = (body: string, path = "renderer/features/team/name-drawer.tsx") =>
  findForgottenStates([
    parseSource(path, `export function NameDrawer({ data, skill }: Props) {\n${body}\n}`),
  ]);

const HOLDS = "const [draft, setDraft] = useState(skill.name);";

it("a screen that holds a field of a record may not run its command of the present", () => {
  const found = screen(`${HOLDS}\nrunCommand(label, ({ rows }) => renameSkill(rows, draft));`);
  expect(found).toEqual([
    "renderer/features/team/name-drawer.tsx:3 runs a command of the present, but holds fields since line 2: hand in { command, seen }",
  ]);
});

it("a screen that says which workspace its fields are of is fine", () => {
  expect(screen(`${HOLDS}\nrunFromField(words, label, { command, seen });`)).toEqual([]);
});

it("fields that lie in a list, behind a function or beside a default are found too", () => {
  const firsts = [
    "() => textsOf(data.settings)",
    "skill ?? newSkill(data)",
    "{ title: skill.title }",
    "[...data.list]",
  ];
  const found = firsts.map((first) => screen(`useState(${first});\nrunCommand(label, write);`).length);
  expect(found).toEqual([1, 1, 1, 1]);
});

it("a local name is followed to what it was made of", () => {
  const runs = "runCommand(label, write);";
  expect(screen(`const first = { day: "" };\nuseState(first);\n${runs}`)).toEqual([]);
  expect(screen(`const { level } = data;\nuseState(level);\n${runs}`)).toHaveLength(1);
});

it("what is only chosen on the page is no field: a day, a key, nothing yet, a constant", () => {
  const firsts = [
    "data.today",
    "skill.groupId",
    'data.groups[0]?.id ?? ""',
    "null",
    "EMPTY",
    'words.text("a")',
  ];
  expect(firsts.flatMap((first) => screen(`useState(${first});\nrunCommand(label, write);`))).toEqual([]);
});

it("a commit by hand has to say what it saw", () => {
  expect(screen("commit(label, changes);")).toHaveLength(1);
  expect(screen("commit(label, changes, seen);")).toEqual([]);
});

it("looks at screens alone", () => {
  expect(screen("commit(label, changes);", "renderer/storage/commit.ts")).toEqual([]);
});
