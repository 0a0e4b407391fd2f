import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Candidate, PersonInput } from '../schema.ts';
import { text } from '../text.pl.ts';

type Typed = Pick<PersonInput, 'givenName' | 'familyName' | 'birthDate' | 'locality'>;

const plain = (value: string) => value.toLocaleLowerCase('pl').normalize('NFD').replace(/\p{M}/gu, '');

function Compared(props: { typed: string; known: string | null }) {
  const t = useText(text);
  if (props.known === null || props.known === '') return <span class="muted">{t.missing}</span>;
  const same = plain(props.typed) === plain(props.known);
  return (
    <>
      {props.known} {props.typed !== '' && !same && <Tag tone="warning">{t.differs}</Tag>}
    </>
  );
}

/**
 * People who may be the same, side by side with what was typed, each difference marked. Part of the form: choosing one
 * is an answer like any other, and "somebody else" is always among them, so that the search never traps.
 */
export function Candidates(props: {
  typed: Typed;
  candidates: readonly Candidate[];
  handoverAction: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  const day = (date: string | null) => (date ? formatDate(date, lang) : '');
  const visible = props.candidates.filter((c) => c.visible);
  const hidden = props.candidates.find((c) => !c.visible);
  const { typed } = props;
  const typedName = `${typed.familyName} ${typed.givenName}`.trim();
  if (visible.length === 0 && !hidden) return null;
  return (
    <section class="panel" id="candidates" data-tone="tinted">
      <div class="panel-head">
        <h2>{t.candidates}</h2>
      </div>
      {visible.length > 0 && (
        <>
          <p>{t.candidatesLead}</p>
          <DataTable
            caption={t.candidates}
            captionHidden
            rows={[null, ...visible]}
            columns={[
              {
                key: 'where',
                label: t.who,
                heading: true,
                cell: (c) =>
                  c ? (
                    <>
                      {t.inSplot} {c.sameIdentifier && <Tag tone="info">{t.sameNumber}</Tag>}
                    </>
                  ) : (
                    t.typed
                  ),
              },
              {
                key: 'name',
                label: t.name,
                cell: (c) => (c ? <Compared typed={typedName} known={c.name} /> : typedName),
              },
              {
                key: 'birth',
                label: t.birthDate,
                cell: (c) =>
                  c ? (
                    <Compared typed={day(typed.birthDate)} known={day(c.birthDate)} />
                  ) : (
                    day(typed.birthDate) || <span class="muted">{t.missing}</span>
                  ),
              },
              {
                key: 'locality',
                label: t.locality,
                cell: (c) =>
                  c ? (
                    <Compared typed={typed.locality} known={c.locality} />
                  ) : (
                    typed.locality || <span class="muted">{t.missing}</span>
                  ),
              },
              {
                key: 'case',
                label: t.cases,
                cell: (c) => {
                  const id = c?.openCaseId ?? c?.lastCaseId;
                  return id && <a href={`/cases/${id}`}>{c?.openCaseId ? t.openCase : t.earlierCase}</a>;
                },
              },
            ]}
          />
        </>
      )}
      {hidden && (
        <Notice tone="warning" title={t.hiddenTitle} quiet>
          <p>{t.hiddenBody}</p>
          <Button small formaction={props.handoverAction} formnovalidate>
            {t.askHandover}
          </Button>
        </Notice>
      )}
      <Radios
        name="person"
        label={t.choose}
        options={[
          ...visible.map((c) => ({ value: c.personId, label: t.itIs(c.name ?? '') })),
          {
            value: 'new',
            label: hidden && visible.length === 0 ? t.sendAnyway : t.somebodyElse,
            hint: t.somebodyElseHint,
          },
        ]}
      />
    </section>
  );
}
