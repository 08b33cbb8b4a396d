import { chromium } from "@playwright/test";
import type { Page } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { CHROMIUM_ARGS, findChromium } from "./setup/find-chromium.ts";
import { isMain } from "./setup/is-main.ts";

/* Draws the icons of all systems from two drawings: one with its sheet of paper, and one without for small sizes, where
 * every square lies on whole pixels. Run it after changing a drawing; its results are kept in the repository. */

const SMALL_UP_TO = 48;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's name of each size; the names from ic11 on are the doubled sizes. */
const APPLE_SIZES = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic10", 1024],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
] as const;

/** Windows' container: a directory of images, each a PNG. A side of 256 is written as 0. */
export function packIco(images: readonly { readonly size: number; readonly png: Uint8Array }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.byteLength, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.byteLength;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** Apple's container: `icns`, the whole length, then each image with its type and length. */
export function packIcns(images: readonly { readonly type: string; readonly png: Uint8Array }[]): Buffer {
  const parts = images.map(({ type, png }) => Buffer.concat([appleHead(type, png.byteLength), png]));
  const body = Buffer.concat(parts);
  return Buffer.concat([appleHead("icns", body.length), body]);
}

function appleHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32BE(length + 8, 4);
  return head;
}

async function draw(page: Page, size: number): Promise<Buffer> {
  const drawing = readFileSync(size <= SMALL_UP_TO ? "build/icon-small.svg" : "build/icon.svg", "utf8");
  const sized = drawing.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;background:transparent">${sized}</body>`);
  return page.screenshot({ omitBackground: true });
}

async function makeIcons(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: [...CHROMIUM_ARGS, "--force-color-profile=srgb"],
  });
  const page = await browser.newPage();
  const pngBySize = new Map<number, Buffer>();
  for (const size of new Set([...LINUX_SIZES, ...WINDOWS_SIZES, ...APPLE_SIZES.map(([, side]) => side)])) {
    pngBySize.set(size, await draw(page, size));
  }
  await browser.close();
  const png = (size: number) => pngBySize.get(size)!;
  mkdirSync("build/icons", { recursive: true });
  for (const size of LINUX_SIZES) writeFileSync(`build/icons/${size}x${size}.png`, png(size));
  writeFileSync("build/icon.png", png(1024));
  writeFileSync("build/icon.ico", packIco(WINDOWS_SIZES.map((size) => ({ size, png: png(size) }))));
  writeFileSync("build/icon.icns", packIcns(APPLE_SIZES.map(([type, size]) => ({ type, png: png(size) }))));
}

if (isMain(import.meta)) await makeIcons();
