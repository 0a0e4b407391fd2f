import type { Child } from 'hono/jsx';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { type Block, type Inline, textOf } from '#kernel/markdown/tree.ts';

const Runs = (props: { of: readonly Inline[] }) => (
  <>
    {props.of.map((run) => (
      <Run run={run} />
    ))}
  </>
);

/** Links of readers are theirs, not ours: search engines are told so. Pictures are their words alone. */
function Run({ run }: { run: Inline }): Child {
  switch (run.type) {
    case 'strong':
    case 'em':
    case 'del': {
      const Tag = run.type;
      return (
        <Tag>
          <Runs of={run.children} />
        </Tag>
      );
    }
    case 'code':
      return <code>{run.text}</code>;
    case 'link':
      return (
        <a href={run.href} rel="ugc nofollow noopener">
          <Runs of={run.children} />
        </a>
      );
    case 'break':
      return <br />;
    case 'text':
      return run.text;
    default:
      return textOf([run]);
  }
}

const Blocks = (props: { of: readonly Block[] }) => (
  <>
    {props.of.map((block) => (
      <OneBlock block={block} />
    ))}
  </>
);

/** What a comment needs of Markdown. A heading is a strong line; boxes and embedded blocks belong to editors. */
function OneBlock({ block }: { block: Block }): Child {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Runs of={block.children} />
        </p>
      );
    case 'heading':
      return (
        <p>
          <strong>
            <Runs of={block.children} />
          </strong>
        </p>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          <Blocks of={item.blocks} />
        </li>
      ));
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks of={block.blocks} />
        </blockquote>
      );
    case 'code':
      return <p class="pre">{block.text}</p>;
    case 'box':
      return <Blocks of={block.blocks} />;
    case 'table':
      return [block.header, ...block.rows].map((cells) => <p>{cells.map(textOf).join(' · ')}</p>);
    case 'notes':
      return block.items.map((note) => <Blocks of={note.blocks} />);
    default:
      return null;
  }
}

/** The text of a comment: the safe part of Markdown, in which raw HTML is text and a line break is kept. */
export function Words(props: { body: string }) {
  return <Blocks of={parseMarkdown(props.body.replace(/([^\n])\n(?=[^\n])/g, '$1  \n'))} />;
}
