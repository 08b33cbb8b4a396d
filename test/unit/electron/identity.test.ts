import { expect, test } from "vitest";
import * as identity from "../../../electron/identity.ts";

test("what the person's data hangs on is the same for ever", () => {
  expect({ ...identity }).toEqual({
    APP_ID: "io.github.jiugong.app",
    PRODUCT_NAME: "Jiugong",
    USER_DATA_FOLDER: "Jiugong",
    SCHEME: "app",
    HOST: "jiugong",
    ORIGIN: "app://jiugong",
    BACKUP_EXTENSION: "jiugong",
  });
});
