import type { Page } from 'playwright-core';
import { encode } from 'uqr';

const [WIDTH, HEIGHT, SIDE] = [640, 480, 400] as const;

/** What a camera sees of the ticket on this page: a film (Y4M) for the browser's pretended camera. */
export async function cameraFilm(ticket: Page): Promise<Buffer> {
  const luma = await ticket.evaluate(
    async ({ width, height, side }) => {
      const svg = document.querySelector('svg.square-code');
      if (!svg) throw new Error('no code on this ticket');
      const copy = svg.cloneNode(true) as SVGElement;
      copy.setAttribute('width', String(side));
      copy.setAttribute('height', String(side));
      copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const draw = canvas.getContext('2d');
      if (!draw) throw new Error('no canvas');
      draw.fillStyle = '#bbb';
      draw.fillRect(0, 0, width, height);
      draw.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = draw.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, i) => data[i * 4] ?? 0);
    },
    { width: WIDTH, height: HEIGHT, side: SIDE },
  );
  const frame = [Buffer.from('FRAME\n'), Buffer.from(luma), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: 5 }, () => frame).flat()]);
}

/**
 * Lends the page what Chromium has on phones but not on Linux: a `BarcodeDetector`. It looks at the very picture of the
 * video, finds the dark square in it and compares its modules with those of the texts given.
 */
export async function readTicketsLike(page: Page, texts: readonly string[]): Promise<void> {
  const known = texts.map((text) => ({ text, rows: encode(text, { ecc: 'M', border: 0 }).data }));
  await page.addInitScript((tickets) => {
    class Detector {
      static getSupportedFormats = async () => ['qr_code'];
      async detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> {
        const [width, height] = [video.videoWidth, video.videoHeight];
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const draw = canvas.getContext('2d');
        if (!draw || width === 0) return [];
        draw.drawImage(video, 0, 0);
        const { data } = draw.getImageData(0, 0, width, height);
        const dark = (x: number, y: number) =>
          (data[(Math.round(y) * width + Math.round(x)) * 4] ?? 255) < 90;
        const at = Array.from({ length: width * height }, (_, i) => i).filter((i) =>
          dark(i % width, Math.floor(i / width)),
        );
        if (at.length === 0) return [];
        const xs = at.map((i) => i % width).sort((a, b) => a - b);
        const [left = 0, right = 0] = [xs[0], xs.at(-1)];
        const top = Math.floor((at[0] ?? 0) / width);
        for (const { text, rows } of tickets) {
          const module = (right - left + 1) / rows.length;
          const same = rows.every((row, y) =>
            row.every(
              (black, x) => black === dark(left + (x + 0.5) * module - 0.5, top + (y + 0.5) * module - 0.5),
            ),
          );
          if (same) return [{ rawValue: text }];
        }
        return [];
      }
    }
    Object.assign(window, { BarcodeDetector: Detector });
  }, known);
}
