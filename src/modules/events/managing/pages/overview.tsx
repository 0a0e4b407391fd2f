import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Prose } from '../../pages/content.tsx';
import { DateLine, EventStateTag } from '../../pages/parts.tsx';
import { type Event, inLang, type Material, type Session, type Standing } from '../../schema.ts';
import { text } from '../text.pl.ts';
import { People } from './manage.tsx';

/** One event, for its organisers: what is still missing, and everything that can be done. */
export function OverviewPage(props: {
  event: Event;
  sessions: readonly Session[];
  materials: readonly Material[];
  standing: Standing;
  percent: number;
  certificates: number;
  evaluation: Child;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang, now } = useView();
  const { event, standing } = props;
  const path = `/events/manage/${event.id}`;
  const draft = event.state === 'draft';
  const ready = draft && event.occurrences.length > 0;
  // What is over or called off keeps its dates.
  const open = draft || event.state === 'published';
  const over = event.lastAt !== null && event.lastAt < now;
  return (
    <Page
      title={inLang(lang, event.titlePl, event.titleEn)}
      breadcrumb={[{ href: '/events/manage', label: t.title }]}
      meta={[<EventStateTag state={event.state} />]}
      failed={(props.errors ?? []).length > 0}
      actions={
        <>
          {ready && (
            <Form light action={`${path}/publish`}>
              <Button variant="primary">{t.publish}</Button>
            </Form>
          )}
          {!draft && (
            <ButtonLink href={`${path}/people`} variant={over ? undefined : 'primary'}>
              {t.peopleLink}
            </ButtonLink>
          )}
        </>
      }
      aside={
        <Panel title={t.who}>
          <p>
            <People
              taken={standing.taken}
              capacity={event.capacity}
              waiting={standing.waiting}
              requested={0}
            />
          </p>
          <RuledList
            items={[
              <a href={`/events/${event.slug}`}>{t.see}</a>,
              <a href={`${path}/edit`}>{t.edit}</a>,
              ...(draft ? [] : [<a href={`${path}/door`}>{t.doorLink}</a>]),
              ...(event.state === 'published' ? [<a href={`${path}/call-off`}>{t.callOff}</a>] : []),
            ]}
          />
        </Panel>
      }
    >
      <ErrorSummary errors={props.errors ?? []} />
      <Panel
        title={t.dates}
        action={
          open && (
            <ButtonLink href={`${path}/dates`} variant={draft && !ready ? 'primary' : undefined} small>
              {t.addDate}
            </ButtonLink>
          )
        }
      >
        {event.occurrences.length === 0 ? (
          <p>{t.needsDate}</p>
        ) : (
          <RuledList
            items={event.occurrences.map((o) => (
              <>
                {o.cancelled ? (
                  <s>
                    <DateLine {...o} />
                  </s>
                ) : (
                  <DateLine {...o} />
                )}{' '}
                {open && (
                  <a href={`${path}/dates/${o.id}`}>
                    {t.change}
                    <span class="visually-hidden">: {formatDateTime(o.startsAt, lang)}</span>
                  </a>
                )}
              </>
            ))}
          />
        )}
      </Panel>
      <Panel
        title={t.programme}
        action={
          event.state !== 'cancelled' &&
          event.occurrences.length > 0 && (
            <ButtonLink href={`${path}/sessions`} small>
              {t.addSession}
            </ButtonLink>
          )
        }
      >
        <RuledList
          items={props.sessions.map((s) => (
            <>
              {formatDateTime(s.startsAt, lang)} {inLang(lang, s.titlePl, s.titleEn)}{' '}
              <a href={`${path}/sessions/${s.id}`}>
                {t.change}
                <span class="visually-hidden">: {inLang(lang, s.titlePl, s.titleEn)}</span>
              </a>
            </>
          ))}
        />
      </Panel>
      <Panel
        title={t.materials}
        action={
          <ButtonLink href={`${path}/materials`} small>
            {t.addMaterial}
          </ButtonLink>
        }
      >
        {props.materials.map((m) => (
          <Form light action={`${path}/materials/${m.id}/withdraw`}>
            <p>
              {m.title} ({t.audiences[m.audience]}){' '}
              <Button variant="tertiary" small>
                {t.remove}
                <span class="visually-hidden">: {m.title}</span>
              </Button>
            </p>
          </Form>
        ))}
      </Panel>
      {over && (
        <>
          {event.certificate && (
            <Panel title={t.certificates}>
              <p>{t.issueHint(props.percent)}</p>
              {props.certificates > 0 && <p class="num">{t.issued(props.certificates)}</p>}
              <Form light action={`${path}/certificates`}>
                <Button>{t.issue}</Button>
              </Form>
            </Panel>
          )}
          {props.evaluation}
          <Panel
            title={t.results}
            action={
              <ButtonLink href={`${path}/results`} small>
                {t.change}
              </ButtonLink>
            }
          >
            <Prose text={inLang(lang, event.resultsPl, event.resultsEn)} />
          </Panel>
        </>
      )}
    </Page>
  );
}
