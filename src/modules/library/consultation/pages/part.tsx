import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Said } from '../remarks/pages/said.tsx';
import type { Remark } from '../remarks/schema.ts';
import { type Paragraph, type Round, WHOLE } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface PartProps {
  readonly round: Round;
  readonly part: {
    readonly title: string;
    readonly position: number;
    readonly paragraphs: readonly Paragraph[];
  };
  readonly remarks: readonly Remark[];
}

/** A text with what was said of each of its paragraphs. */
export function PartPage({ round, part, remarks }: PartProps) {
  const t = useText(text);
  const { lang } = useView();
  const foreign = round.lang === lang ? undefined : round.lang;
  const here = `/consultations/${round.id}/${part.position}`;
  const of = (key: string) => remarks.filter((remark) => remark.block === key);
  return (
    <Page
      title={t.partTitle(part.title, round.title)}
      reader="public"
      breadcrumb={[
        { href: '/consultations', label: t.title },
        { href: `/consultations/${round.id}`, label: round.title },
      ]}
      lead={round.state === 'open' ? t.how : t.remark.closed}
    >
      <div class="consulted">
        {part.paragraphs.map((paragraph) => (
          <div id={paragraph.key}>
            <Markdown blocks={[paragraph.block]} lang={foreign} />
            <Under
              remarks={of(paragraph.key)}
              add={
                round.state === 'open' && paragraph.block.type !== 'rule'
                  ? {
                      href: `${here}/remark?block=${paragraph.key}`,
                      label: t.remark.addTo(paragraph.excerpt),
                    }
                  : null
              }
            />
          </div>
        ))}
      </div>
      <section id={WHOLE}>
        <h2>{t.remark.whole}</h2>
        <p class="muted">{t.remark.wholeHint}</p>
        <Under
          remarks={of(WHOLE)}
          add={
            round.state === 'open'
              ? { href: `${here}/remark?block=${WHOLE}`, label: t.remark.addWhole }
              : null
          }
        />
      </section>
    </Page>
  );
}

function Under(props: {
  remarks: readonly Remark[];
  add: { readonly href: string; readonly label: string } | null;
}) {
  const t = useText(text).remark;
  return (
    <>
      {props.remarks.length > 0 && (
        <details class="more-details">
          <summary>{t.said(props.remarks.length)}</summary>
          <ul class="ruled">
            {props.remarks.map((remark) => (
              <li>
                <Said remark={remark} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {props.add && (
        <p class="no-print">
          <a href={props.add.href} aria-label={props.add.label}>
            {t.add}
          </a>
        </p>
      )}
    </>
  );
}
