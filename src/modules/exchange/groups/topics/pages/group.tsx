import { ButtonLink } from '#ui/components/buttons.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { ActionForm } from '../../../pages/comment.tsx';
import { type Group, type GroupQuery, groupPath } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type ListedTopic, TOPICS_PAGE, topicPath } from '../schema.ts';

function Marks(props: { topic: ListedTopic }) {
  const t = useText(text);
  const { topic } = props;
  return (
    <>
      {topic.pinned && <Tag tone="accent">{t.pinned}</Tag>} {topic.kind === 'poll' && <Tag>{t.kindPoll}</Tag>}{' '}
      {topic.solved && (
        <Tag tone="success" icon="done">
          {t.solved}
        </Tag>
      )}{' '}
      {topic.closed && <Tag icon="lock">{t.topicClosed}</Tag>}
    </>
  );
}

function About(props: { group: Group }) {
  const t = useText(text);
  const { group } = props;
  const path = groupPath(group.id);
  return (
    <Panel>
      <p>{group.description}</p>
      <p class="muted">
        {t.readings[group.reading]}; {t.joinings[group.joining]}
      </p>
      {group.belongs && (
        <p>
          <a href={`${path}/members`}>{t.members}</a>
        </p>
      )}
      {group.keeps && group.belongs && (
        <p>
          <a href={`${path}/invite`}>{t.invite}</a>
        </p>
      )}
      {group.belongs && (
        <>
          <form method="post" action={`${path}/digest`}>
            <input type="hidden" name="digest" value={group.digest ? 'no' : 'yes'} />
            <button class="ds-button" type="submit" data-variant="tertiary" data-size="sm">
              {group.digest ? t.digestOff : t.digestOn}
            </button>
          </form>
          <ActionForm action={`${path}/leave`}>{t.leave}</ActionForm>
        </>
      )}
    </Panel>
  );
}

/** A group: what is asked in it, pinned first, then what was spoken of last. */
export function GroupPage(props: {
  group: Group;
  topics: readonly ListedTopic[];
  total: number;
  query: GroupQuery;
}) {
  const t = useText(text);
  const { group, topics, total, query } = props;
  const path = groupPath(group.id);
  const mayRead = group.reading === 'open' || group.belongs || group.keeps;
  const writes = group.belongs && !group.closed;
  return (
    <Page
      title={group.name}
      breadcrumb={[
        { href: '/groups', label: t.title },
        { href: path, label: group.name },
      ]}
      actions={
        writes ? (
          <ButtonLink variant="primary" href={`${path}/ask`}>
            {t.ask}
          </ButtonLink>
        ) : (
          !group.belongs &&
          group.joining === 'anybody' &&
          !group.closed && (
            <form method="post" action={`${path}/join`}>
              <button class="ds-button" type="submit" data-variant="primary">
                {t.join}
              </button>
            </form>
          )
        )
      }
      before={
        query.done && (
          <Notice tone="success">
            <p>{t.done[query.done]}</p>
          </Notice>
        )
      }
      aside={<About group={group} />}
    >
      {mayRead ? (
        <>
          <FilterBar action={path} clearHref={query.q ? path : undefined}>
            <TextField name="q" type="search" label={t.search} value={query.q} grow />
          </FilterBar>
          {topics.length === 0 ? (
            <EmptyState title={query.q ? t.nothingFound : t.noTopics}>
              {query.q ? '' : t.noTopicsHow}
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption={t.topics(total)}
                rows={topics}
                columns={[
                  {
                    key: 'topic',
                    label: t.topic,
                    heading: true,
                    cell: (topic) => (
                      <>
                        <a href={topicPath(topic.id)}>{topic.title ?? t.gone}</a> <Marks topic={topic} />
                      </>
                    ),
                  },
                  { key: 'by', label: t.by, cell: (topic) => topic.signature ?? '–' },
                  { key: 'answers', label: t.answers, number: true, cell: (topic) => topic.answers },
                  { key: 'last', label: t.last, cell: (topic) => <TimeText at={topic.lastAt} /> },
                ]}
              />
              <Pagination page={query.page} pageSize={TOPICS_PAGE} total={total} />
            </>
          )}
          {writes && (
            <p class="no-print">
              <a href={`${path}/poll`}>{t.poll}</a>
            </p>
          )}
        </>
      ) : (
        <p>{t.membersOnly}</p>
      )}
    </Page>
  );
}
