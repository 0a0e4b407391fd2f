/** An element as the strict reader below gives it. */
export interface Xml {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** The text directly in it. */
  readonly text: string;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
const PROLOG = /^(?:<\?xml version="1\.0" encoding="utf-8"\?>\s*)?(?:<!DOCTYPE html>\s*)?/i;
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML as our writers make it: elements, attributes in double quotes, texts. @throws Error on anything else */
export function parseXml(xml: string): Xml {
  interface Open {
    name: string;
    attrs: Record<string, string>;
    children: Xml[];
    text: string;
  }
  const root: Open = { name: '', attrs: {}, children: [], text: '' };
  const open: Open[] = [root];
  let at = PROLOG.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    const here = open.at(-1) ?? root;
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      here.text += decoded(xml.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? xml.length : end;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, close, name = '', attrs = '', empty] = TAG.exec(xml) ?? [];
    if (whole === undefined) throw new Error(`not a tag: ${xml.slice(at, at + 80)}`);
    at += whole.length;
    if (close) {
      if (here.name !== name || open.length === 1) throw new Error(`${name} closes ${here.name}`);
      open.pop();
      continue;
    }
    const element: Open = { name, attrs: attrsOf(attrs), children: [], text: '' };
    here.children.push(element);
    if (!empty) open.push(element);
  }
  const [element] = root.children;
  if (open.length > 1 || root.children.length !== 1 || !element || root.text.trim() !== '')
    throw new Error('not one whole element');
  return element;
}

function attrsOf(text: string): Record<string, string> {
  const attrs: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (name in attrs) throw new Error(`${name} twice`);
    attrs[name] = decoded(value);
  }
  return attrs;
}

function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a sign XML cannot hold');
  if (text.includes('>')) throw new Error('a bare >');
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const sign = REFERENCES[name];
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`unknown reference ${whole}`);
    return sign;
  });
}

/** Elements of this name anywhere within, in order. */
export const all = (xml: Xml, name: string): Xml[] =>
  xml.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The text of the first element of this name directly within; null when there is none. */
export const textIn = (xml: Xml, name: string): string | null =>
  xml.children.find((child) => child.name === name)?.text ?? null;
