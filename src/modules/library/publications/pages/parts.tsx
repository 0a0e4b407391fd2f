import type { Child } from 'hono/jsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import type { Shown } from '../../schema.ts';
import type { ContentsLine } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Under the introduction of a publication: its contents, or the parts of a series. */
export function PublicationParts(props: {
  shown: Shown;
  chapters: readonly ContentsLine[];
  parts: readonly ContentsLine[];
}) {
  const t = useText(text);
  const { shown, chapters, parts } = props;
  return (
    <>
      {chapters.length > 0 && (
        <Panel title={t.contents} id="contents">
          <ContentsList lines={chapters} lang={shown.lang} numbered />
        </Panel>
      )}
      {parts.length > 0 && (
        <Panel title={t.parts}>
          <ContentsList lines={parts} lang={shown.lang} />
        </Panel>
      )}
    </>
  );
}

/** Above a publication: its contents, and what to take away. */
export function PublicationLinks({ shown, long }: { shown: Shown; long: boolean }) {
  const t = useText(text);
  const asked = `?lang=${shown.lang}`;
  return (
    <nav class="take" aria-label={t.take}>
      <ul>
        {long && (
          <li>
            <a href="#contents">{t.contents}</a>
          </li>
        )}
        <li>
          <a href={`${shown.path}/pdf${asked}`} download data-no-prefetch>
            {t.pdf}
          </a>
        </li>
        <li>
          <a href={`${shown.path}/epub${asked}`} download data-no-prefetch>
            {t.epub}
          </a>
        </li>
        <li>
          <a href={`${shown.path}/print${asked}`}>{t.print}</a>
        </li>
        {shown.facts.kind === 'publication' && shown.facts.type === 'standard' && (
          <li>
            <a href={`${shown.path}/checklist${asked}`}>{t.checklist}</a>
          </li>
        )}
        <li>
          <a href={`${shown.path}/cite${asked}`}>{t.cite}</a>
        </li>
      </ul>
    </nav>
  );
}

function ContentsList(props: { lines: readonly ContentsLine[]; lang: string; numbered?: boolean }) {
  const items = props.lines.map((line) => (
    <li lang={line.lang === props.lang ? undefined : line.lang}>
      <a href={line.path}>{line.title}</a>
      {line.lead && <div class="muted">{line.lead}</div>}
    </li>
  ));
  return props.numbered ? <ol class="contents-list">{items}</ol> : <ul class="contents-list">{items}</ul>;
}

interface Place {
  readonly chapters: readonly ContentsLine[];
  /** Which chapter is read, from 0. */
  readonly at: number;
}

/** Above a chapter: which it is, and the others on demand. */
export function ChapterPlace({ chapters, at }: Place) {
  const t = useText(text);
  return (
    <Details summary={t.chapterOf(at + 1, chapters.length)}>
      <nav aria-label={t.contents}>
        <ol>
          {chapters.map((chapter, i) => (
            <li>
              <a href={chapter.path} aria-current={i === at ? 'page' : undefined}>
                {chapter.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </Details>
  );
}

/** Under a chapter: the one before, the contents, the next. */
export function ChapterTurn({ chapters, at, parent }: Place & { parent: string }) {
  const t = useText(text);
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  return (
    <nav class="turn no-print" aria-label={t.around}>
      {before && (
        <Turn line={before} rel="prev">
          {t.previous}
        </Turn>
      )}
      <a href={`${parent}#contents`}>{t.back}</a>
      {after && (
        <Turn line={after} rel="next">
          {t.next}
        </Turn>
      )}
    </nav>
  );
}

const Turn = (props: { line: ContentsLine; rel: 'prev' | 'next'; children?: Child }) => (
  <a href={props.line.path} rel={props.rel}>
    <span class="muted">{props.children}</span> {props.line.title}
  </a>
);
