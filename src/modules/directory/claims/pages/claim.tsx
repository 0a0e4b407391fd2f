import { ButtonLink } from '#ui/components/buttons.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { NewcomerForm } from '../../reports/api.ts';
import { text as reportWords } from '../../reports/text.pl.ts';
import { text } from '../text.pl.ts';
import { useCrumbs } from './leaving.tsx';
import { type ClaimPageProps, Ways } from './ways.tsx';

export function ClaimPage(props: ClaimPageProps) {
  const t = useText(text);
  const r = useText(reportWords);
  const { view } = props;
  const { record, who } = view;
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      breadcrumb={useCrumbs(record)}
      meta={[record.name]}
    >
      {who === 'visitor' && (
        <>
          <Panel title={t.visitor}>
            <p>{t.visitorMore}</p>
            <ButtonLink href={`/sign-in?next=${encodeURIComponent(`${path}/claim`)}`}>{t.signIn}</ButtonLink>
          </Panel>
          <Panel title={r.newcomer}>
            <NewcomerForm
              entityId={record.id}
              formKey={props.formKey}
              values={props.values}
              errors={props.errors}
            />
          </Panel>
        </>
      )}
      {who === 'worker' && (
        <Notice title={t.worker} quiet>
          {t.workerMore(view.institution)}
        </Notice>
      )}
      {who === 'keeper' && (
        <Panel title={t.keeper}>
          <p>
            <ButtonLink href={`${path}/edit`} variant="primary" icon="edit">
              {t.edit}
            </ButtonLink>
          </p>
          <p>
            <a href={`${path}/claim/leave`}>{t.leave}</a>
          </p>
        </Panel>
      )}
      {who === 'manager' && <Ways {...props} />}
    </Page>
  );
}
