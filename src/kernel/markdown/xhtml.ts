import type { Lang } from '../i18n.ts';
import { absolute } from './addresses.ts';
import { type Chart, measured } from './chart.ts';
import { LABELS } from './labels.ts';
import { type Block, type Inline, type Item, idsOf, type Note } from './tree.ts';

export interface XhtmlOptions {
  /** The address of this site without a slash at its end, for links and images of its own. */
  readonly site: string;
  readonly lang: Lang;
  /** Whether `#…` leads somewhere where the text goes: in a book it does, in a feed it does not. */
  readonly anchors?: boolean;
  /** Adds the roles of EPUB to footnotes; the document declares the namespace `epub`. */
  readonly epub?: boolean;
  /** How many levels lower headings stand. */
  readonly lower?: number;
  /** Where an image is; null when there is none, and its alternative text stands instead. */
  readonly image?: (src: string) => string | null;
}

/** The tree as XHTML that is well-formed, valid HTML as well and needs nothing but itself. */
export const toXhtml = (blocks: readonly Block[], options: XhtmlOptions): string =>
  all(blocks, { ...options, known: new Set(idsOf(blocks)) });

interface Context extends XhtmlOptions {
  /** Places of the text to which its links may lead. */
  readonly known: ReadonlySet<string>;
}

const all = (blocks: readonly Block[], o: Context): string =>
  blocks.map((block) => blockOf(block, o)).join('\n');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, in an element or a quoted attribute, without what XML 1.0 cannot hold at all. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');

function blockOf(block: Block, o: Context): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlines(block.children, o)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(block.level + (o.lower ?? 0), 6)}`;
      return `<${tag}${o.anchors ? ` id="${escaped(block.id)}"` : ''}>${inlines(block.children, o)}</${tag}>`;
    }
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${tag}${start}>\n${block.items.map((item) => itemOf(item, block.loose, o)).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return tableOf(block, o);
    case 'quote':
      return `<blockquote>\n${all(block.blocks, o)}\n</blockquote>`;
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'rule':
      return '<hr/>';
    case 'box': {
      const title = [LABELS[o.lang].boxes[block.kind], block.title].filter((part) => part !== '').join(': ');
      return `<div class="box ${block.kind}">\n<p class="box-title"><strong>${escaped(title)}</strong></p>\n${all(block.blocks, o)}\n</div>`;
    }
    case 'chart':
      return chartOf(block, o);
    case 'embed':
      return '';
    case 'notes':
      return block.items.length === 0 ? '' : notesOf(block.items, o);
  }
}

function itemOf(item: Item, loose: boolean, o: Context): string {
  const mark = item.checked === null ? '' : item.checked ? '☑ ' : '☐ ';
  const [first, ...rest] = item.blocks;
  const begins = first?.type === 'paragraph' ? first : null;
  if (!begins) return `<li>${mark}${all(item.blocks, o)}</li>`;
  const head = mark + inlines(begins.children, o);
  return `<li>${loose ? `<p>${head}</p>` : head}${rest.length > 0 ? `\n${all(rest, o)}` : ''}</li>`;
}

function tableOf(table: Extract<Block, { type: 'table' }>, o: Context): string {
  const row = (cells: readonly (readonly Inline[])[], tag: 'th scope="col"' | 'td') =>
    `<tr>${cells
      .map((cell, i) => {
        const align = table.align[i];
        const style = align && align !== 'left' ? ` style="text-align: ${align}"` : '';
        const text = inlines(cell, o);
        // The corner of a table of two directions is no header of anything.
        return text === '' ? '<td></td>' : `<${tag}${style}>${text}</${tag.slice(0, 2)}>`;
      })
      .join('')}</tr>`;
  const body = table.rows.map((cells) => row(cells, 'td')).join('\n');
  const head = `<thead>\n${row(table.header, 'th scope="col"')}\n</thead>`;
  return `<table>\n${head}${body === '' ? '' : `\n<tbody>\n${body}\n</tbody>`}\n</table>`;
}

/** Figures in a table, each with its bar: without styles the figures stay. */
function chartOf(chart: Chart, o: Context): string {
  const { what, value, source } = LABELS[o.lang].chart;
  const rows = measured(chart, o.lang).map(
    ({ label, figure, share }) =>
      `<tr><th scope="row">${escaped(label)}</th><td>${escaped(figure)}<div class="bar" style="width: ${Math.round(share * 100)}%"></div></td></tr>`,
  );
  const from = chart.source === '' ? '' : `<br/>${escaped(`${source}: ${chart.source}`)}`;
  return `<figure class="chart">\n<figcaption><strong>${escaped(chart.title)}</strong>${from}</figcaption>
<table>\n<thead>\n<tr><th scope="col">${escaped(what)}</th><th scope="col">${escaped(value)}</th></tr>\n</thead>
<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n</figure>`;
}

function notesOf(notes: readonly Note[], o: Context): string {
  const labels = LABELS[o.lang];
  const type = (name: string) => (o.epub ? ` epub:type="${name}"` : '');
  const items = notes.map((note) => {
    const back = o.anchors
      ? Array.from(
          { length: note.mentions },
          (_, i) =>
            ` <a href="#${escaped(note.id)}-from-${i + 1}" title="${escaped(labels.back(note.number, i + 1))}">↩</a>`,
        ).join('')
      : '';
    const id = o.anchors ? ` id="${escaped(note.id)}"` : '';
    return `<li${id}${type('footnote')}>${all(note.blocks, o)}${back && `<p>${back.trim()}</p>`}</li>`;
  });
  return `<section class="notes"${type('footnotes')}>\n<p><strong>${escaped(labels.notes)}</strong></p>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
}

const inlines = (children: readonly Inline[], o: Context): string =>
  children.map((each) => inlineOf(each, o)).join('');

function inlineOf(inline: Inline, o: Context): string {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text);
    case 'code':
      return `<code>${escaped(inline.text)}</code>`;
    case 'break':
      return '<br/>';
    case 'image': {
      const src = o.image ? o.image(inline.src) : absolute(inline.src, o.site);
      return src === null ? escaped(inline.alt) : `<img src="${escaped(src)}" alt="${escaped(inline.alt)}"/>`;
    }
    case 'link':
      return inline.href.startsWith('#') && !(o.anchors && o.known.has(inline.href.slice(1)))
        ? inlines(inline.children, o)
        : `<a href="${escaped(absolute(inline.href, o.site))}">${inlines(inline.children, o)}</a>`;
    case 'noteRef': {
      if (!o.anchors) return `<sup>${inline.number}</sup>`;
      const role = o.epub ? ' epub:type="noteref"' : '';
      return `<sup><a id="${escaped(inline.id)}-from-${inline.mention}" href="#${escaped(inline.id)}"${role}>${inline.number}</a></sup>`;
    }
    default:
      return `<${inline.type}>${inlines(inline.children, o)}</${inline.type}>`;
  }
}
