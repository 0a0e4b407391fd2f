import { Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { ANNEXES, type ChosenClause, SECTIONS } from '../clauses/schema.ts';
import type { AgreementView } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The text of a version as it is read: clauses numbered through, annexes at the end. */
export function AgreementDocument(props: {
  agreement: AgreementView;
  clauses: readonly ChosenClause[];
  /** How many remarks wait, by clause; without it the clauses are no links. */
  open?: ReadonlyMap<string, number>;
}) {
  const t = useText(text);
  const { agreement: a, clauses } = props;
  const main = clauses.filter((c) => !ANNEXES.includes(c.section));
  const base = `/partnerships/${a.partnershipId}/agreements/${a.version}/clauses`;
  return (
    <>
      {SECTIONS.map((section) => {
        const here = clauses.filter((c) => c.section === section);
        if (here.length === 0) return null;
        return (
          <Panel title={t.sections[section]} long>
            <div class="text" lang={a.language}>
              {here.map((clause) => {
                const number = main.indexOf(clause) + 1;
                const waiting = props.open?.get(clause.id) ?? 0;
                return (
                  <>
                    <h3>
                      {number > 0 && `${t.document.paragraph(number)} `}
                      {clause.title}
                    </h3>
                    <p class="pre-line">{clause.text}</p>
                    {props.open && (
                      <p class="no-print">
                        <a href={`${base}/${clause.id}`}>
                          {t.negotiation.title}
                          <span class="visually-hidden"> {clause.title}</span>
                        </a>{' '}
                        {waiting > 0 && <Tag tone="warning">{t.builder.waiting(waiting)}</Tag>}
                      </p>
                    )}
                  </>
                );
              })}
            </div>
          </Panel>
        );
      })}
    </>
  );
}
