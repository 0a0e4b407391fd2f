import type { FieldError } from '#kernel/errors.ts';
import type { Contributed } from '#modules/library/contributing/api.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, HiddenFields } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { useDeskCrumb } from '../../../pages/frame.tsx';
import { text } from '../../text.pl.ts';
import { ACTS, type Article, type Finding, type Stand, type Stretch } from '../schema.ts';
import { Findings } from './findings.tsx';

const TONES: Readonly<Record<Stand, TagTone>> = {
  writing: 'neutral',
  proposed: 'info',
  returned: 'warning',
  published: 'success',
  review: 'warning',
};
export function StandTag({ stand }: { stand: Stand }) {
  return <StateTag tone={TONES[stand]} label={useText(text).stands[stand]} />;
}

export function useArticleCrumbs() {
  const t = useText(text).list;
  return [...useDeskCrumb(), { href: '/advice/knowledge', label: t.title }];
}

export interface ArticleView {
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly source: { readonly asked: readonly Stretch[]; readonly answered: readonly Stretch[] } | null;
  readonly contributed: Contributed | null;
  /** Published, but its day has come or its law has changed. */
  readonly review: boolean;
  readonly acts: readonly { readonly code: string; readonly short: string }[];
  readonly themes: readonly { readonly code: string; readonly name: string }[];
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  const t = useText(text);
  return (
    <p class="pre-line">
      {stretches.map(({ text: words, kind }) =>
        kind === null ? words : <mark title={t.kinds[kind]}>{words}</mark>,
      )}
    </p>
  );
}

function Source({ source }: { source: NonNullable<ArticleView['source']> }) {
  const t = useText(text).article;
  return (
    <Panel title={t.source} long>
      <p class="muted">{t.sourceHint}</p>
      <h3>{t.asked}</h3>
      <Marked stretches={source.asked} />
      <h3>{t.answered}</h3>
      <Marked stretches={source.answered} />
    </Panel>
  );
}

function Fields({ acts, themes }: Pick<ArticleView, 'acts' | 'themes'>) {
  const t = useText(text).article;
  return (
    <>
      <TextField name="title" label={t.fieldTitle} maxlength={200} />
      <TextArea name="lead" label={t.fieldLead} optional rows={2} max={1000} />
      <TextArea name="body" label={t.fieldBody} hint={t.bodyHint} rows={18} />
      <FieldRow>
        <DateField name="legal_state_on" label={t.legalState} />
        <DateField name="review_by" label={t.reviewBy} />
      </FieldRow>
      <Select
        name="theme"
        label={t.theme}
        optional
        options={themes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {ACTS.map((n) => (
        <FieldRow>
          <Select
            name={`act_${n}`}
            label={t.act(n)}
            optional
            options={acts.map(({ code, short }) => ({ value: code, label: short }))}
          />
          <TextField
            name={`articles_${n}`}
            label={t.articles}
            hint={n === 1 ? t.articlesHint : undefined}
            optional
          />
        </FieldRow>
      ))}
    </>
  );
}

function Standing({ view, formKey }: { view: ArticleView; formKey: string }) {
  const t = useText(text).article;
  const { article, contributed: of } = view;
  if (article.state === 'writing')
    return of?.returnedNote ? <Notice tone="warning">{t.returned(of.returnedNote)}</Notice> : null;
  if (!of) return null;
  const again = (
    <form method="post" action={`/advice/knowledge/${article.id}/again`}>
      <HiddenFields formKey={formKey} />
      <Button>{t.again}</Button>
    </form>
  );
  if (of.state === 'proposed')
    return (
      <Notice quiet>
        {t.waits} <a href={`/library/edit/${of.versionId}/look`}>{t.look}</a>
      </Notice>
    );
  return (
    <Notice tone={of.state === 'draft' || view.review ? 'warning' : 'success'} quiet>
      <p>
        {of.state === 'draft' ? t.returned(of.returnedNote) : view.review ? t.review : t.published}{' '}
        {of.published && <a href={of.path}>{t.read}</a>}
      </p>
      {of.writes && again}
    </Notice>
  );
}

/** The question and its answer beside the article that grows from them. */
export function ArticlePage(props: {
  view: ArticleView;
  keys: { readonly write: string; readonly decide: string; readonly again: string };
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text).article;
  const { view, keys, errors } = props;
  const { article, findings } = view;
  const path = `/advice/knowledge/${article.id}`;
  const open = findings.filter((f) => f.decision === null).length;
  return (
    <Page
      title={article.title || t.title}
      breadcrumb={useArticleCrumbs()}
      failed={Boolean(errors?.length)}
      meta={[article.questionNumber && t.fromQuestion(article.questionNumber)]}
      before={
        <>
          <Standing view={view} formKey={keys.again} />
          {article.state === 'writing' && open > 0 && (
            <Notice tone="warning" quiet>
              {t.openFindings(open)}
            </Notice>
          )}
        </>
      }
      actions={
        article.questionId && (
          <ButtonLink href={`/advice/desk/questions/${article.questionId}`}>{t.source}</ButtonLink>
        )
      }
    >
      <Findings
        findings={findings}
        path={path}
        formKey={keys.decide}
        errors={errors}
        writing={article.state === 'writing'}
      />
      <div class="columns writing">
        {view.source && (
          <div class="column">
            <Source source={view.source} />
          </div>
        )}
        <div class="column">
          {article.state === 'writing' ? (
            <Form
              action={path}
              formKey={keys.write}
              version={article.rowVersion}
              values={props.values}
              errors={errors?.filter(({ field }) => !field.startsWith('r.'))}
              now={props.now}
            >
              <Fields acts={view.acts} themes={view.themes} />
              <div class="form-actions">
                <Button>{t.save}</Button>
                <Button variant={open === 0 ? 'primary' : 'secondary'} name="step" value="hand">
                  {t.hand}
                </Button>
              </div>
            </Form>
          ) : (
            <Panel title={article.title} long>
              {article.lead && <p class="lead">{article.lead}</p>}
              <p class="pre-line">{article.body}</p>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}
