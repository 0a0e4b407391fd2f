import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { inLang } from '../../schema.ts';
import { type Certificate, QUESTIONS, type Results, type Verified } from '../schema.ts';
import { text } from '../text.pl.ts';

const MARKS = ['1', '2', '3', '4', '5'] as const;

/** On a ticket after the event: the certificate, and how it was. */
export function AfterPanel(props: {
  token: string;
  mayAnswer: boolean;
  certificate: Certificate | null;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const path = `/events/ticket/${props.token}`;
  return (
    <>
      {props.certificate && (
        <Panel title={t.certificate}>
          <p>
            {t.number}: <b class="num">{props.certificate.number}</b>
          </p>
          <ButtonLink href={`${path}/certificate.pdf`} icon="print" download>
            {t.download}
          </ButtonLink>
        </Panel>
      )}
      {props.mayAnswer && (
        <Panel title={t.evaluate}>
          <p>{t.evaluateHint}</p>
          <Form light action={`${path}/evaluation`} values={props.values} errors={props.errors}>
            {QUESTIONS.map((question) => (
              <Radios
                name={question}
                label={t.questions[question]}
                inline
                options={MARKS.map((mark) => ({ value: mark, label: t.marks[mark] }))}
              />
            ))}
            <TextArea name="comment" label={t.comment} hint={t.commentHint} rows={3} max={2000} optional />
            <Button>{t.send}</Button>
          </Form>
        </Panel>
      )}
    </>
  );
}

/** The survey again, with what was chosen and what is missing. */
export function EvaluatePage(props: {
  token: string;
  values: Readonly<Record<string, unknown>>;
  errors: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page title={t.title} reader="public" width="text" failed>
      <AfterPanel {...props} mayAnswer certificate={null} />
    </Page>
  );
}

/** Whether a certificate is true; of what, never whose. */
export function VerifyPage(props: { code: string; found: Verified | null }) {
  const t = useText(text);
  const { lang } = useView();
  const { code, found } = props;
  return (
    <Page title={t.verifyTitle} lead={t.verifyLead} reader="public" width="text">
      <form class="form" method="get" action="/events/certificates">
        <TextField name="code" label={t.code} value={code} width="m" maxlength={40} />
        <div class="form-actions">
          <Button variant="primary">{t.check}</Button>
        </div>
      </form>
      {code !== '' && !found && <EmptyState title={t.unknown}>{t.unknownMore}</EmptyState>}
      {found && (
        <>
          <Notice tone="success" title={t.valid} />
          <SummaryList
            items={[
              { term: t.number, value: found.number },
              { term: t.event, value: inLang(lang, found.titlePl, found.titleEn) },
              { term: t.organiser, value: found.institutionName },
              ...(found.hours === null ? [] : [{ term: t.hours, value: formatNumber(found.hours, lang) }]),
              { term: t.attended, value: found.dates },
              { term: t.issued, value: formatDate(found.issuedOn, lang) },
            ]}
          />
        </>
      )}
    </Page>
  );
}

/** Answers added up, for the organiser. */
export function ResultsPanel({ results }: { results: Results | null }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Panel title={t.results}>
      {results === null ? (
        <p>{t.resultsNone}</p>
      ) : (
        <>
          <p class="num">{t.answers(results.answers)}</p>
          <SummaryList
            items={QUESTIONS.map((question) => ({
              term: t.questions[question],
              value: t.outOfFive(formatNumber(results.marks[question], lang, { min: 1, max: 1 })),
            }))}
          />
          {results.comments.length > 0 && (
            <>
              <h3>{t.comments}</h3>
              <ul class="plain-list">
                {results.comments.map((comment) => (
                  <li>{comment}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Panel>
  );
}
