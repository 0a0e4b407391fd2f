import { Fragment } from 'hono/jsx';
import type { Inline } from '#kernel/markdown/tree.ts';

/** The words of a paragraph, a heading or a cell. */
export const Runs = (props: { of: readonly Inline[] }) => (
  <>
    {props.of.map((each) => (
      <Run inline={each} />
    ))}
  </>
);

function Run({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return <Fragment>{inline.text}</Fragment>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'image':
      return <img src={inline.src} alt={inline.alt} loading="lazy" decoding="async" />;
    case 'link':
      return (
        <a href={inline.href}>
          <Runs of={inline.children} />
        </a>
      );
    case 'noteRef':
      return (
        <sup>
          <a href={`#${inline.id}`} id={`${inline.id}-from-${inline.mention}`}>
            {inline.number}
          </a>
        </sup>
      );
    default: {
      const Tag = inline.type;
      return (
        <Tag>
          <Runs of={inline.children} />
        </Tag>
      );
    }
  }
}
