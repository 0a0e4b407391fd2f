import type { Child } from 'hono/jsx';
import { formatPhone } from '#kernel/contact.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { threadOfType } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import { EntityStateTag, FreshnessTag } from '../../pages/freshness.tsx';
import type { Names, RecordView } from '../../schema.ts';
import { freshnessOf } from '../../schema.ts';
import type { EntityPageView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Contact, dialled } from './contact.tsx';
import { Facts, Photos, Units } from './facts.tsx';
import { Offers } from './offers.tsx';
import { Places } from './places.tsx';
import { EntityData } from './structured.tsx';
import { Supports } from './supports.tsx';

/** What must be known before anything else: that it no longer works as it did, or that nobody knows. */
function Warnings(props: { view: EntityPageView }) {
  const t = useText(text);
  const { states } = useText(words);
  const { lang } = useView();
  const { record: r, rules, today } = props.view;
  if (r.state !== 'active') {
    const state = states[r.state];
    return (
      <Notice tone={r.state === 'suspended' ? 'warning' : 'danger'} quiet>
        <p>
          <b>
            {r.stateSince === null ? t.stateNow(state) : t.stateSince(state, formatDate(r.stateSince, lang))}
          </b>{' '}
          {t.stateMore}
        </p>
      </Notice>
    );
  }
  if (freshnessOf(r.confirmedOn, today, rules).freshness !== 'unconfirmed') return null;
  return (
    <Notice tone="warning" quiet>
      <p>{t.stale}</p>
    </Notice>
  );
}

function Keeper(props: { view: EntityPageView; formKey: string }) {
  const t = useText(text);
  const { keeps, edits, counts, record } = props.view;
  const path = `/directory/${record.id}`;
  if (!keeps && !counts) return null;
  return (
    <div class="no-print">
      <Panel title={edits ? t.editor : t.keeper} tone="tinted">
        {keeps && (
          <Form light action={`${path}/confirm`} formKey={props.formKey}>
            <p>{t.confirmHint}</p>
            <Button icon="accept">{t.confirm}</Button>
          </Form>
        )}
        <p>
          {keeps && (
            <ButtonLink href={`${path}/edit`} icon="edit">
              {t.edit}
            </ButtonLink>
          )}{' '}
          {counts && <ButtonLink href={`${path}/places-free`}>{t.count}</ButtonLink>}
        </p>
        {edits ? (
          <RuledList
            items={[
              <a href={`${path}/check`}>{t.check}</a>,
              <a href={`${path}/merge`}>{t.merge}</a>,
              record.institutionId !== null && <a href={`${path}/claim/take`}>{t.take}</a>,
            ].filter(Boolean)}
          />
        ) : (
          keeps && (
            <p>
              <a href={`${path}/claim/leave`}>{t.giveUp}</a>
            </p>
          )
        )}
      </Panel>
    </div>
  );
}

/** Where and how to call, under the title: on a phone the panel of contacts comes late. */
function Reach(props: { record: RecordView; names: Names }) {
  const t = useText(text);
  const { places, phone } = props.record;
  const main = places.find((p) => p.isMain) ?? places[0];
  const where = main
    ? [main.locality, main.countyCode && t.county(props.names.county(main.countyCode))]
        .filter(Boolean)
        .join(', ')
    : '';
  return (
    <>
      {where}
      {where !== '' && phone !== '' && ' · '}
      {phone !== '' && <a href={dialled(phone)}>{formatPhone(phone)}</a>}
    </>
  );
}

const summary = (r: RecordView, kind: string) =>
  `${r.name}: ${[kind, r.places[0]?.locality, r.descriptionPl].filter(Boolean).join(', ')}`.slice(0, 300);

const isShort = (r: RecordView) =>
  r.descriptionPl === '' && r.offers.length + r.supports.length + r.places.length === 0;

/** The record itself, without what stands around it. */
export function EntityBody(props: { view: EntityPageView }) {
  const t = useText(text);
  const { lang } = useView();
  const { view } = props;
  const { record: r } = view;
  const description = (lang === 'en' && r.descriptionEn) || r.descriptionPl;
  return (
    <>
      {description !== '' && (
        <Panel title={t.about}>
          <p class="pre-line">{description}</p>
        </Panel>
      )}
      {isShort(r) && <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>}
      <Offers view={view} />
      <Supports view={view} />
      <Places view={view} />
      <Facts view={view} />
      <Units view={view} />
      <Photos view={view} />
    </>
  );
}

export function EntityPage(props: { view: EntityPageView; formKey: string; beside?: Child }) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { view } = props;
  const { record: r, names, today } = view;
  const kind = names.term('type', r.type);
  const path = `/directory/${r.id}`;
  const inForce = r.statuses.filter(
    (s) => s.validFrom <= today && (s.validTo === null || s.validTo >= today),
  );
  return (
    <Page
      title={r.name}
      breadcrumb={[{ href: '/directory', label: all.nav }]}
      lead={<Reach record={r} names={names} />}
      description={summary(r, kind)}
      head={<EntityData view={view} />}
      meta={[
        <FreshnessTag confirmedOn={r.confirmedOn} rules={view.rules} />,
        r.state !== 'active' && <EntityStateTag state={r.state} />,
        <WithThread thread={threadOfType(r.type)} kind={r.type} name={kind}>
          {kind}
        </WithThread>,
        ...[...new Set(inForce.map((s) => s.status))].map((s) => (
          <Tag tone="accent">{names.term('status', s)}</Tag>
        )),
      ]}
      before={<Warnings view={view} />}
      aside={
        <>
          <Keeper view={view} formKey={props.formKey} />
          <Contact record={r} ask={`/enquiries/new?entity=${r.id}`} />
          {view.answersIn && <p class="muted">{t.answersIn(view.answersIn.hours, view.answersIn.answers)}</p>}
          {props.beside}
          <Panel title={t.source}>
            <p>{t.sourceLine(view.source, formatDate(r.sourceOn, lang))}</p>
            <p>{t.updated(formatDate(warsawDate(r.updatedAt), lang))}</p>
            <p class="no-print">
              <a href={`${path}/history`}>{t.history}</a>
            </p>
            <p class="no-print">
              <a href={`${path}/report`} rel="nofollow">
                {t.report}
              </a>
            </p>
            {r.institutionId === null && (
              <p class="no-print">
                <a href={`${path}/claim`} rel="nofollow">
                  {t.claim}
                </a>
              </p>
            )}
          </Panel>
        </>
      }
    >
      <EntityBody view={view} />
    </Page>
  );
}
