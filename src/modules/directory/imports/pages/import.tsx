import { formatDate, formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { ImportProgress, ImportTag } from '#ui/components/imports.tsx';
import { Notice, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { ImportFile, ImportResult } from '../schema.ts';
import { text } from '../text.pl.ts';
import { RowsTable, type Shown } from './rows.tsx';

interface Common {
  readonly crumbs: readonly { href: string; label: string }[];
  readonly file: ImportFile;
  readonly source: string;
}
const MOST_VANISHED = 50;

function useLead({ file, source }: Common): string {
  const t = useText(text);
  const { lang } = useView();
  return t.result.of(file.fileName, source, formatDate(file.sourceOn, lang));
}

/** The queue and the writing: the script asks again while it lasts, without it a link does. */
export function ProgressPage(props: Common) {
  const t = useText(text);
  const { file } = props;
  return (
    <Page
      title={t.progress.title}
      breadcrumb={props.crumbs}
      lead={useLead(props)}
      meta={[<ImportTag state={file.state} labels={t.states} />]}
      width="text"
    >
      <ImportProgress
        state={file.state}
        done={file.rowsDone}
        total={file.rowsTotal ?? 0}
        href={`/directory/imports/${file.id}`}
        words={t.progress}
      />
    </Page>
  );
}

function Notices(props: Common & { counts: ImportResult | null }) {
  const t = useText(text);
  const { lang } = useView();
  const { file, counts } = props;
  const reasons: Readonly<Record<string, string>> = t.failed.reasons;
  return (
    <>
      {file.state === 'done' && file.result && (
        <Notice tone="success" title={t.summary(file.result)}>
          {file.finishedAt && t.done.at(formatDateTime(file.finishedAt, lang))}
        </Notice>
      )}
      {file.state === 'failed' && (
        <Notice tone="danger" title={reasons[file.problem ?? ''] ?? t.failed.reasons['import.failed']}>
          {t.failed.nothing}
        </Notice>
      )}
      {file.state === 'uploaded' &&
        counts &&
        counts.new + counts.changed + counts.review + counts.bad + counts.vanished === 0 && (
          <Notice>{t.result.nothing}</Notice>
        )}
      {!counts && <Notice>{t.result.gone}</Notice>}
    </>
  );
}

/** What the file would do, what came of it, and what can be done next. */
export function ImportPage(
  props: Common & {
    /** Null once the file is gone. */
    counts: ImportResult | null;
    shown: Shown | null;
    vanished: readonly { id: string; name: string }[];
    readAs: { format: string; columns: number; table: boolean } | null;
    open: boolean;
  },
) {
  const t = useText(text);
  const { file, counts, shown } = props;
  const base = `/directory/imports/${file.id}`;
  const writes = counts ? counts.new + counts.changed : 0;
  const next = counts && props.open && writes + counts.unchanged + counts.vanished > 0;
  return (
    <Page
      title={file.state === 'done' ? t.done.title : t.result.title}
      lead={useLead(props)}
      breadcrumb={props.crumbs}
      meta={[<ImportTag state={file.state} labels={t.states} />]}
      actions={
        next ? (
          <ButtonLink href={`${base}/apply`} variant="primary">
            {writes > 0 ? t.result.apply(writes) : t.result.confirmOnly}
          </ButtonLink>
        ) : undefined
      }
      before={<Notices {...props} />}
    >
      {counts && shown && (
        <>
          {file.state === 'done' && <h2>{t.done.rest}</h2>}
          <SummaryList
            items={[
              { term: t.result.counts.new, value: counts.new },
              { term: t.result.counts.changed, value: counts.changed },
              { term: t.result.counts.unchanged, value: counts.unchanged },
              {
                term: t.result.counts.review,
                value: counts.review,
                action: counts.review > 0 && props.open && (
                  <a href={`${base}/review`}>{t.result.review(counts.review)}</a>
                ),
              },
              {
                term: t.result.counts.bad,
                value: counts.bad,
                action: counts.bad > 0 && (
                  <a href={`${base}/errors`} download>
                    {t.result.errors}
                  </a>
                ),
              },
              ...(file.isWhole ? [{ term: t.result.counts.vanished, value: counts.vanished }] : []),
            ]}
          />
          {counts.bad > 0 && <p>{t.result.errorsHint}</p>}
          <RowsTable id={file.id} shown={shown} />
          {props.vanished.length > 0 && (
            <>
              <h2>{t.result.vanished}</h2>
              <p>{t.result.vanishedLead}</p>
              <RuledList
                items={props.vanished
                  .slice(0, MOST_VANISHED)
                  .map((v) => <a href={`/directory/${v.id}`}>{v.name}</a>)}
              />
            </>
          )}
          {props.readAs && (
            <p class="small">
              {t.result.readAs(props.readAs.format, props.readAs.columns)}{' '}
              {props.open && props.readAs.table && <a href={`${base}/columns`}>{t.result.columns}</a>}
            </p>
          )}
        </>
      )}
    </Page>
  );
}

export function ApplyPage(props: Common & { counts: ImportResult; formKey: string }) {
  const t = useText(text);
  const { counts: c, file } = props;
  const base = `/directory/imports/${file.id}`;
  return (
    <Page title={t.confirm.title} lead={useLead(props)} breadcrumb={props.crumbs} width="text">
      <ConfirmForm
        action={`${base}/apply`}
        formKey={props.formKey}
        danger={false}
        consequences={[
          c.new > 0 && t.confirm.creates(c.new),
          c.changed > 0 && t.confirm.changes(c.changed),
          c.unchanged > 0 && t.confirm.confirms(c.unchanged),
          c.vanished > 0 && t.confirm.vanishes(c.vanished),
          c.review + c.bad > 0 && t.confirm.leaves(c.review + c.bad),
        ].filter(Boolean)}
        submit={t.confirm.submit}
        cancelHref={base}
      />
    </Page>
  );
}
