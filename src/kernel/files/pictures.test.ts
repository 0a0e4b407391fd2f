import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withoutMetadata } from './pictures.ts';

const SECRET = 'GPS 49.7064 N, camera of Zofia';
const ascii = (text: string) => Buffer.from(text, 'latin1');
const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const u32be = (n: number) => Buffer.concat([u16(n >>> 16), u16(n & 65535)]);
const u32le = (n: number) => Buffer.from(u32be(n)).reverse();

/** Exif as cameras write it: little-endian, the make before the orientation, a secret after it. */
const tiff = (orientation: number) =>
  Buffer.concat([
    Buffer.from('49492a0008000000', 'hex'),
    Buffer.from('0200', 'hex'),
    Buffer.from('0f010200040000005370796b', 'hex'),
    Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]),
    Buffer.alloc(4),
    ascii(SECRET),
  ]);
/** The block that stays: which side is up, and nothing else. */
const turned = (orientation: number) =>
  Buffer.from(`4d4d002a0000000800010112000300000001000${orientation}000000000000`, 'hex');

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
const SCAN = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd7, 4]);
const jpeg = (aside: readonly Buffer[], tail: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii('JFIF\0...')),
    ...aside,
    segment(0xe2, ascii('ICC_PROFILE\0 colours')),
    segment(0xee, ascii('Adobe')),
    segment(0xdb, ascii('table')),
    segment(0xda, ascii('head')),
    SCAN,
    segment(0xc4, ascii('table of a second scan')),
    segment(0xda, ascii('head')),
    SCAN,
    Buffer.from([0xff, 0xd9]),
    tail,
  ]);
const exif = (orientation: number) => segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff(orientation)]));

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([ascii(type), data]);
  return Buffer.concat([u32be(data.length), body, u32be(crc32(body))]);
};
const png = (aside: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.alloc(13)),
    ...aside,
    chunk('IDAT', ascii('pixels')),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const part = (type: string, data: Buffer) =>
  Buffer.concat([ascii(type), u32le(data.length), data, Buffer.alloc(data.length % 2)]);
const webp = (flags: number, aside: readonly Buffer[]) => {
  const body = Buffer.concat([
    ascii('WEBP'),
    part('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    part('VP8 ', ascii('pixels!')),
    ...aside,
  ]);
  return Buffer.concat([ascii('RIFF'), u32le(body.length), body]);
};

test('a JPEG loses place, comment, small copy and what hangs on its end, and keeps colours and scans', () => {
  const aside = [
    exif(1),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xe2, ascii(`MPF\0${SECRET}`)),
    segment(0xed, ascii(SECRET)),
    segment(0xfe, ascii(SECRET)),
  ];
  expect(withoutMetadata('jpeg', jpeg(aside, ascii(SECRET)))).toEqual(jpeg([]));
});

test('which side is up is kept, alone', () => {
  const kept = segment(0xe1, Buffer.concat([ascii('Exif\0\0'), turned(6)]));
  expect(withoutMetadata('jpeg', jpeg([exif(6)]))).toEqual(jpeg([kept]));
  expect(withoutMetadata('png', png([chunk('eXIf', tiff(8))]))).toEqual(png([chunk('eXIf', turned(8))]));
  expect(withoutMetadata('webp', webp(0x0c, [part('EXIF', tiff(3))]))).toEqual(
    webp(0x08, [part('EXIF', turned(3))]),
  );
});

test('a PNG and a WebP lose texts, times and Exif', () => {
  const aside = ['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf', 'prVt'].map((type) => chunk(type, ascii(SECRET)));
  expect(withoutMetadata('png', Buffer.concat([png(aside), ascii(SECRET)]))).toEqual(png([]));
  const parts = ['EXIF', 'XMP ', 'JUNK'].map((type) => part(type, ascii(SECRET)));
  expect(withoutMetadata('webp', Buffer.concat([webp(0x3c, parts), ascii(SECRET)]))).toEqual(webp(0x30, []));
});

test('what cannot be followed is refused, however it is cut', () => {
  const whole = { jpeg: jpeg([exif(6)]), png: png([]), webp: webp(0, []) };
  expect(withoutMetadata('jpeg', Buffer.from([0xff, 0xd8, 0x12, 0x34]))).toBeNull();
  expect(withoutMetadata('png', whole.png.subarray(0, -3))).toBeNull();
  expect(withoutMetadata('webp', whole.webp.subarray(0, 24))).toBeNull();
  for (const kind of ['jpeg', 'png', 'webp'] as const)
    for (let end = 1; end < whole[kind].length; end++)
      expect(String(withoutMetadata(kind, whole[kind].subarray(0, end)))).not.toContain(SECRET);
});

test('other kinds stay as they are', () => {
  const text = ascii(SECRET);
  expect(withoutMetadata('txt', text)).toBe(text);
});
