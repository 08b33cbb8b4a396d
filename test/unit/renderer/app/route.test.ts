import { describe, expect, it } from "vitest";
import { firstLocale } from "../../../../renderer/app/language.ts";
import { parseRoute } from "../../../../renderer/app/route.ts";

describe("addresses", () => {
  it("names a room, the place in it and what is asked", () => {
    const route = parseRoute("#/team/members/m1?tab=skills");
    expect([route.room, route.path, route.query.get("tab")]).toEqual(["team", "members/m1", "skills"]);
  });

  it("an empty or unknown address is home", () => {
    expect([parseRoute("").room, parseRoute("#/").room, parseRoute("#/nowhere/x")]).toEqual([
      "home",
      "home",
      { room: "home", path: "", query: new URLSearchParams() },
    ]);
  });
});

describe("the first language", () => {
  it("is the kept choice", () => {
    expect(firstLocale("en", ["zh-CN"])).toBe("en");
  });

  it("is Chinese for every kind of Chinese, English for the rest", () => {
    expect(firstLocale(null, ["zh-TW", "en"])).toBe("zh-CN");
    expect(firstLocale(null, ["de-DE"])).toBe("en");
    expect(firstLocale("xx", [])).toBe("en");
  });
});
