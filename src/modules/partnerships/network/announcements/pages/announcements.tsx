import { formatDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { ChipLinks, Tag } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { NetworkTabs } from '../../pages/tabs.tsx';
import { text as network } from '../../text.pl.ts';
import { ANNOUNCEMENT_KINDS, type Announcement } from '../schema.ts';
import { text } from '../text.pl.ts';

export function AnnouncementsPage(props: {
  announcements: readonly Announcement[];
  kind: string;
  writes: boolean;
  moderates: boolean;
}) {
  const t = useText(text);
  const here = '/network/announcements';
  return (
    <Page
      title={t.title}
      lead={t.lead}
      before={<NetworkTabs current="announcements" />}
      actions={
        <>
          {props.moderates && <ButtonLink href={`${here}/waiting`}>{t.queue}</ButtonLink>}
          {props.writes && <ButtonLink href={`${here}/new`}>{t.write}</ButtonLink>}
        </>
      }
    >
      <ChipLinks
        label={t.which}
        items={[
          { href: here, label: t.all, current: props.kind === '' },
          ...ANNOUNCEMENT_KINDS.map((kind) => ({
            href: withQuery(here, { kind }),
            label: t.kinds[kind],
            current: kind === props.kind,
          })),
        ]}
      />
      {props.announcements.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <ul class="event-list">
          {props.announcements.map((one) => (
            <Item one={one}>
              {one.own && (
                <Form action={`/network/announcements/${one.id}/withdraw`} light>
                  <Button small>
                    {t.withdraw}
                    <span class="visually-hidden"> {one.title}</span>
                  </Button>
                </Form>
              )}
            </Item>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Item(props: { one: Announcement; children?: unknown }) {
  const t = useText(text);
  const { lang } = useView();
  const { one } = props;
  return (
    <li class="panel" id={one.id}>
      <h2>{one.title}</h2>
      {one.body
        .split(/\n+/)
        .filter(Boolean)
        .map((part) => (
          <p>{part}</p>
        ))}
      <p class="event-facts">
        <span>
          <a href={`/network/${one.partnershipId}`}>{one.partnership}</a>
        </span>
        <span>{t.kinds[one.kind]}</span>
        <span>{t.until(formatDate(one.endsOn, lang))}</span>
        {one.audience === 'network' && <Tag>{t.networkOnly}</Tag>}
        {one.state !== 'shown' && <Tag tone="info">{t.states[one.state]}</Tag>}
      </p>
      {one.reason && <p>{t.reasonShown(one.reason)}</p>}
      {props.children as never}
    </li>
  );
}

/** What waits for an editor. */
export function WaitingPage(props: { announcements: readonly Announcement[] }) {
  const t = useText(text);
  const n = useText(network);
  return (
    <Page
      title={t.queue}
      lead={t.queueLead}
      breadcrumb={[
        { href: '/network', label: n.title },
        { href: '/network/announcements', label: t.title },
      ]}
    >
      {props.announcements.length === 0 ? (
        <EmptyState title={t.queueNone}>{t.queueNoneHow}</EmptyState>
      ) : (
        <ul class="event-list">
          {props.announcements.map((one) => (
            <Item one={one}>
              <Form action={`/network/announcements/${one.id}/settle`} part={one.id} light>
                <TextField name="reason" label={t.reason} maxlength={1000} optional />
                <div class="form-actions">
                  <Button name="decision" value="show" variant="primary">
                    {t.show}
                    <span class="visually-hidden"> {one.title}</span>
                  </Button>
                  <Button name="decision" value="refuse">
                    {t.refuse}
                    <span class="visually-hidden"> {one.title}</span>
                  </Button>
                </div>
              </Form>
            </Item>
          ))}
        </ul>
      )}
    </Page>
  );
}
