import type { FieldError } from '#kernel/errors.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { formatNumber, TimeText } from '#ui/components/format.tsx';
import { Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CommentItem } from '../../pages/comment.tsx';
import { commentPath, REASONS, type Reason } from '../../schema.ts';
import { text as common } from '../../text.pl.ts';
import type { Decision, Figure, Told } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What the author or who sent a notice reads: what was decided, on what ground, why, and what can be done about it. */
export function ToldPage(props: {
  told: Told;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const c = useText(common);
  const { lang } = useView();
  const { comment, subject, decision, by, mayAppeal, months } = props.told;
  const { appeal } = decision;
  return (
    <Page
      title={t.toldTitle}
      lead={t.toldLead[by]}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: `${commentPath(comment.id)}/decision`, label: t.toldTitle },
      ]}
      before={
        appeal?.outcome && (
          <Notice
            tone={appeal.outcome === 'reversed' ? 'success' : 'info'}
            title={t.appealAnswer[by][appeal.outcome]}
          >
            <p>{appeal.answer}</p>
          </Notice>
        )
      }
    >
      <div class="comments">
        <CommentItem comment={comment} level={2} />
      </div>
      <SummaryList
        items={[
          { term: t.toldWhat, value: t.done[decision.outcome] },
          { term: t.toldWhen, value: <TimeText at={decision.madeAt} /> },
          ...(by === 'author'
            ? [
                { term: t.toldGround, value: decision.ground ? t.grounds[decision.ground] : '–' },
                { term: t.toldReason, value: decision.reason ? c.reasons[decision.reason] : '–' },
              ]
            : []),
          { term: t.toldWhy, value: decision.statement || t.toldNoBreach },
          { term: t.toldNoticed, value: decision.noticed ? t.toldNoticedYes : t.toldNoticedNo },
          { term: t.toldMeans, value: t.toldMeansPerson },
        ]}
      />
      <p>{t.toldRedress(months)}</p>
      {appeal && appeal.outcome === null && <p>{t.appealSent(formatDateTime(appeal.madeAt, lang))}</p>}
      {mayAppeal && (
        <Form action={`${commentPath(comment.id)}/appeal`} values={props.values} errors={props.errors}>
          <TextArea name="body" label={t.appealBody} rows={5} max={3000} />
          <FormActions submit={t.appealSubmit} cancelHref={commentPath(comment.id)} />
        </Form>
      )}
    </Page>
  );
}

const isReason = (code: string): code is Reason => REASONS.some((reason) => reason === code);

function FigureName(props: { figure: Figure }) {
  const t = useText(text);
  const c = useText(common);
  const { what, code } = props.figure;
  const words =
    what === 'decision'
      ? (t.done[code as Decision['outcome']] ?? code)
      : what === 'appeal'
        ? t.appealCodes[code === 'upheld' || code === 'reversed' ? code : 'open']
        : c.reasons[isReason(code) ? code : 'other'];
  return <>{`${t.figures[what]}${words}`}</>;
}

/** The rules, and how they were applied in the last twelve months. */
export function RulesPage(props: {
  since: string;
  figures: readonly Figure[];
  minutes: number;
  months: number;
}) {
  const t = useText(text);
  const c = useText(common);
  const { lang } = useView();
  return (
    <Page title={t.rulesTitle} lead={t.rulesLead} width="text">
      <ul class="prose">
        {t.rules.split('\n').map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <h2>{t.rulesHow}</h2>
      <ul class="prose">
        {t
          .rulesModeration(props.minutes, props.months)
          .split('\n')
          .map((rule) => (
            <li>{rule}</li>
          ))}
      </ul>
      <h2>{t.rulesReasons}</h2>
      <p>{t.rulesReasonsLead}</p>
      <ul class="prose">
        {REASONS.map((reason) => (
          <li>{c.reasons[reason]}</li>
        ))}
      </ul>
      <Panel title={t.figuresTitle} long>
        <p>{t.figuresSince(formatDate(props.since, lang))}</p>
        {props.figures.length === 0 ? (
          <p>{t.figuresNone}</p>
        ) : (
          <DataTable
            caption={t.figuresTitle}
            captionHidden
            rows={props.figures}
            columns={[
              { key: 'what', label: t.what, heading: true, cell: (figure) => <FigureName figure={figure} /> },
              { key: 'n', label: t.number, number: true, cell: (figure) => formatNumber(figure.n, lang) },
              {
                key: 'hours',
                label: t.time,
                number: true,
                cell: (figure) =>
                  figure.hours === null ? '–' : t.hours(formatNumber(figure.hours, lang, { max: 1 })),
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}
