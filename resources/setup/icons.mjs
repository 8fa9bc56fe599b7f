/** Draws resources/icons/icon.png and icon.ico from icon.svg. Run by hand after changing the drawing; needs Chromium. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { root } from './install.mjs';

const folder = join(root, 'resources', 'icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const sizes = [16, 24, 32, 48, 64, 128, 256];

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage();

/** @returns {Promise<{png: Buffer, rgba: number[]}>} */
async function draw(size) {
  const { png, rgba } = await page.evaluate(
    async ({ source, edge }) => {
      const image = new Image();
      image.src = `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(source)))}`;
      await image.decode();
      const canvas = new OffscreenCanvas(edge, edge);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0, edge, edge);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return {
        png: [...new Uint8Array(await blob.arrayBuffer())],
        rgba: [...context.getImageData(0, 0, edge, edge).data],
      };
    },
    { source: svg, edge: size },
  );
  return { png: Buffer.from(png), rgba };
}

/** A 32-bit bitmap as an icon holds it: rows from below, blue first, then a mask that alpha makes superfluous. */
function bitmap(size, rgba) {
  const maskRow = Math.ceil(size / 32) * 4;
  const data = Buffer.alloc(40 + size * size * 4 + maskRow * size);
  data.writeUInt32LE(40, 0);
  data.writeInt32LE(size, 4);
  data.writeInt32LE(size * 2, 8); // picture and mask
  data.writeUInt16LE(1, 12);
  data.writeUInt16LE(32, 14);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = ((size - 1 - y) * size + x) * 4;
      const to = 40 + (y * size + x) * 4;
      data[to] = rgba[from + 2];
      data[to + 1] = rgba[from + 1];
      data[to + 2] = rgba[from];
      data[to + 3] = rgba[from + 3];
    }
  }
  return data;
}

/** Small sizes as bitmaps, which old shells and NSIS want; 256 as PNG, as Windows itself keeps it. */
function icon(images) {
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, data }, index) => {
    const at = 6 + index * 16;
    head[at] = size % 256;
    head[at + 1] = size % 256;
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...images.map(({ data }) => data)]);
}

try {
  writeFileSync(join(folder, 'icon.png'), (await draw(512)).png);
  const images = [];
  for (const size of sizes) {
    const { png, rgba } = await draw(size);
    images.push({ size, data: size === 256 ? png : bitmap(size, rgba) });
  }
  writeFileSync(join(folder, 'icon.ico'), icon(images));
} finally {
  await browser.close();
}
