import type { Child } from 'hono/jsx';
import { LABELS, type Labels } from '#kernel/markdown/labels.ts';
import { type Block, type Item, type Note, textOf } from '#kernel/markdown/tree.ts';
import { BarChart } from './chart.tsx';
import { Runs } from './markdown-runs.tsx';
import { useView } from './view.tsx';

/** What stands for an embedded block; null when nobody knows it. */
export type Embed = (name: string, attrs: Readonly<Record<string, string>>) => Child;

interface Frame {
  readonly labels: Labels;
  /** The name of a part that can be scrolled or jumped to. */
  readonly named: (label: string) => string;
  readonly embed: Embed;
  readonly lower: number;
}

/**
 * A text as a part of a page, `<div class="text">`.
 * @param props.lower how many levels lower headings stand: without it `##` is an h2 under the h1 of the page
 */
export function Markdown(props: {
  blocks: readonly Block[];
  embed?: Embed;
  lower?: number;
  /** What tells this text from the others on the page, for names of its tables. */
  within?: string;
  /** The language of the text when it is not that of the page. */
  lang?: string;
}) {
  const frame: Frame = {
    labels: LABELS[useView().lang],
    named: (label) => (props.within ? `${label}, ${props.within}` : label),
    embed: props.embed ?? (() => null),
    lower: props.lower ?? 0,
  };
  return (
    <div class="text" lang={props.lang}>
      <Blocks blocks={props.blocks} frame={frame} />
    </div>
  );
}

const Blocks = (props: { blocks: readonly Block[]; frame: Frame }) => (
  <>
    {props.blocks.map((block) => (
      <OneBlock block={block} frame={props.frame} />
    ))}
  </>
);

function OneBlock({ block, frame }: { block: Block; frame: Frame }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Runs of={block.children} />
        </p>
      );
    case 'heading': {
      const Tag = HEADINGS[Math.min(block.level + frame.lower, 6) - 2] ?? 'h6';
      return (
        <Tag id={block.id}>
          <Runs of={block.children} />
        </Tag>
      );
    }
    case 'list':
      return <List list={block} frame={frame} />;
    case 'table':
      return <Table table={block} frame={frame} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} frame={frame} />
        </blockquote>
      );
    case 'code':
      return (
        <section class="code" tabindex={0} aria-label={frame.named(frame.labels.code(block.number))}>
          <pre>
            <code>{block.text}</code>
          </pre>
        </section>
      );
    case 'rule':
      return <hr />;
    case 'box':
      return (
        <div class="box" data-kind={block.kind}>
          <p class="box-title">
            <span>{frame.labels.boxes[block.kind]}</span>
            {block.title && `: ${block.title}`}
          </p>
          <Blocks blocks={block.blocks} frame={frame} />
        </div>
      );
    case 'chart':
      return (
        <BarChart
          id={`chart-${block.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`}
          title={block.title}
          bars={block.bars}
          unit={block.unit || undefined}
          source={block.source || undefined}
        />
      );
    case 'embed':
      return <div class="embed">{frame.embed(block.name, block.attrs)}</div>;
    case 'notes':
      return block.items.length > 0 ? <Notes notes={block.items} frame={frame} /> : null;
  }
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function List({ list, frame }: { list: Extract<Block, { type: 'list' }>; frame: Frame }) {
  const items = list.items.map((item) => (
    <li class={item.checked === null ? undefined : 'task'}>
      {item.checked !== null && <Task item={item} />}
      <ItemBody item={item} loose={list.loose} frame={frame} />
    </li>
  ));
  if (list.start !== null) return <ol start={list.start === 1 ? undefined : list.start}>{items}</ol>;
  return <ul class={list.items.some((item) => item.checked !== null) ? 'tasks' : undefined}>{items}</ul>;
}

/** A box to tick on the screen or on paper; nothing keeps it. */
function Task({ item }: { item: Item }) {
  const first = item.blocks[0];
  const label = first?.type === 'paragraph' ? textOf(first.children) : '';
  return <input type="checkbox" checked={item.checked === true} aria-label={label} />;
}

/** An item of a close list is no paragraph. */
function ItemBody(props: { item: Item; loose: boolean; frame: Frame }) {
  const [first, ...rest] = props.item.blocks;
  if (props.loose || first?.type !== 'paragraph')
    return <Blocks blocks={props.item.blocks} frame={props.frame} />;
  return (
    <>
      <Runs of={first.children} />
      <Blocks blocks={rest} frame={props.frame} />
    </>
  );
}

function Table({ table, frame }: { table: Extract<Block, { type: 'table' }>; frame: Frame }) {
  const classOf = (i: number) => (table.align[i] === 'right' ? 'number' : undefined);
  return (
    <section class="table-scroll" tabindex={0} aria-label={frame.named(frame.labels.table(table.number))}>
      <table class="table">
        <thead>
          <tr>
            {table.header.map((cell, i) =>
              // The corner of a table of two directions is no header of anything.
              textOf(cell).trim() === '' ? (
                <td />
              ) : (
                <th scope="col" class={classOf(i)}>
                  <Runs of={cell} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell, i) => (
                <td class={classOf(i)}>
                  <Runs of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Notes({ notes, frame }: { notes: readonly Note[]; frame: Frame }) {
  return (
    <section class="notes" aria-label={frame.named(frame.labels.notes)}>
      <ol>
        {notes.map((note) => (
          <li id={note.id}>
            <Blocks blocks={note.blocks} frame={frame} />
            {Array.from({ length: note.mentions }, (_, i) => (
              <a
                class="note-back"
                href={`#${note.id}-from-${i + 1}`}
                aria-label={frame.labels.back(note.number, i + 1)}
              >
                ↩
              </a>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
