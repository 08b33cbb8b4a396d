import { describe, expect, test } from "vitest";
import { resolveAsset } from "../../../../electron/scheme/resolve-asset.ts";

const FOLDER = "/app/dist/renderer";
const resolve = (url: string) => resolveAsset(FOLDER, "jiugong", url);

describe("an address of the app's scheme", () => {
  test("is a file in the renderer's folder", () => {
    expect(resolve("app://jiugong/assets/main.js")).toBe("/app/dist/renderer/assets/main.js");
    expect(resolve("app://jiugong/%E4%B9%9D.svg")).toBe("/app/dist/renderer/九.svg");
  });

  test("is the page itself when there is no path", () => {
    expect(resolve("app://jiugong")).toBe("/app/dist/renderer/index.html");
    expect(resolve("app://jiugong/?x=1#/team")).toBe("/app/dist/renderer/index.html");
  });

  test("cannot climb out: the steps upward are gone before the folder is asked", () => {
    expect(resolve("app://jiugong/%2e%2e/electron/main.js")).toBe("/app/dist/renderer/electron/main.js");
    expect(resolve("app://jiugong/../../package.json")).toBe("/app/dist/renderer/package.json");
  });

  test.each([
    "app://jiugong/..%2f..%2fpackage.json",
    "app://jiugong/assets/..%2f..%2f..%2fetc/passwd",
    "app://jiugong/%2e%2e%5celectron%5cmain.js",
    "app://jiugong/..%5c..%5cpackage.json",
    "app://jiugong/C%3a/Windows/win.ini",
    "app://jiugong/index.html%00.js",
    "app://jiugong/.git/config",
    "app://jiugong/assets/.hidden",
    "app://jiugong/%ff",
    "app://print/index.html",
    "app://jiugong.evil/index.html",
    "app://jiugong:8080/index.html",
    "nonsense",
  ])("is refused: %s", (url) => {
    expect(resolve(url)).toBeNull();
  });
});
