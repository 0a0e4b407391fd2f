import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { ROLES } from '../../schema.ts';
import type { DeskPerson, DeskSettings, Known } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type Area, AreaFields } from './desk.tsx';
import { SettingsFrame } from './frame.tsx';

interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}
interface Option {
  readonly value: string;
  readonly label: string;
}

/** A topic with where, in words. */
function KnownText(props: { known: Known; names: ReadonlyMap<string, string> }) {
  const t = useText(text);
  const { topicCode, counties } = props.known;
  const topic = topicCode === null ? t.knowsAll : (props.names.get(topicCode) ?? topicCode);
  return <>{`${topic} (${counties.length === 0 ? t.everywhere : t.inCounties(counties.length)})`}</>;
}

export function PeoplePage(
  props: Sent & {
    desk: DeskSettings;
    people: readonly DeskPerson[];
    known: readonly Known[];
    topicNames: ReadonlyMap<string, string>;
    advisers: readonly Option[];
  },
) {
  const t = useText(text);
  const { desk, people } = props;
  const base = `/advice/desk/settings/${desk.id}/people`;
  return (
    <SettingsFrame
      desk={desk}
      current="people"
      title={t.people}
      lead={t.peopleLead}
      failed={(props.errors ?? []).length > 0}
    >
      {people.length === 0 ? (
        <EmptyState title={t.noPeople}>{t.noPeopleMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.people}
          captionHidden
          rows={people}
          columns={[
            {
              key: 'name',
              label: t.person,
              heading: true,
              cell: (p) => (
                <>
                  <a href={`${base}/${p.id}`}>{p.name}</a>{' '}
                  {!p.adviser && <Tag tone="warning">{t.noFunction}</Tag>}
                </>
              ),
            },
            { key: 'institution', label: t.institution, cell: (p) => p.institution },
            { key: 'role', label: t.role, cell: (p) => t.roles[p.role] },
            {
              key: 'knows',
              label: t.knows,
              cell: (p) => {
                const known = props.known.filter(({ deskWorkerId }) => deskWorkerId === p.id);
                return known.length === 0
                  ? t.knowsNothing
                  : known.map((k) => (
                      <div>
                        <KnownText known={k} names={props.topicNames} />
                      </div>
                    ));
              },
            },
            {
              key: 'from',
              label: t.since,
              cell: (p) => (
                <>
                  <DateText date={p.from} />
                  {p.to !== null && (
                    <>
                      {' – '}
                      <DateText date={p.to} />
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <Panel title={t.addPerson} id="add">
        <Form light action={base} formKey={props.formKey} values={props.values} errors={props.errors}>
          <Select name="who" label={t.who} hint={t.whoHint} options={props.advisers} width="m" optional />
          <TextField name="address" label={t.address} type="email" width="m" maxlength={254} optional />
          <Select
            name="role"
            label={t.role}
            options={ROLES.map((value) => ({ value, label: t.roles[value] }))}
            width="m"
          />
          <DateField name="from" label={t.from} optional />
          <FormActions submit={t.add} />
        </Form>
      </Panel>
    </SettingsFrame>
  );
}

export function PersonPage(
  props: Sent & {
    desk: DeskSettings;
    person: DeskPerson;
    known: readonly Known[];
    topics: readonly Option[];
    area: Area;
    /** Which of the two forms came back. */
    failed?: 'known' | 'end';
  },
) {
  const t = useText(text);
  const { desk, person, failed } = props;
  const people = `/advice/desk/settings/${desk.id}/people`;
  const base = `${people}/${person.id}`;
  const names = new Map(props.topics.map(({ value, label }) => [value, label.replace(/^[–\s]+/, '')]));
  const sent = (which: 'known' | 'end') =>
    failed === which ? { values: props.values, errors: props.errors } : {};
  return (
    <SettingsFrame
      desk={desk}
      current="people"
      title={person.name}
      lead={`${person.institution}, ${t.roles[person.role]}`}
      trail={[{ href: people, label: t.people }]}
      failed={failed !== undefined}
      width="text"
    >
      <Panel title={t.expertise}>
        <p>{t.expertiseLead}</p>
        <RuledList
          items={props.known.map((known) => (
            <Form light action={`${base}/known/${known.id}/remove`}>
              <p>
                <KnownText known={known} names={names} />{' '}
                <Button variant="tertiary" small>
                  {t.remove}
                  <span class="visually-hidden">: {names.get(known.topicCode ?? '') ?? t.knowsAll}</span>
                </Button>
              </p>
            </Form>
          ))}
        />
        <Form light action={`${base}/known`} formKey={props.formKey} {...sent('known')}>
          <Select name="topic" label={t.topic} options={props.topics} empty={t.anyTopic} width="l" />
          <AreaFields area={props.area} />
          <FormActions submit={t.addKnown} />
        </Form>
      </Panel>
      <Panel title={t.end}>
        <Form light part="end" action={`${base}/end`} {...sent('end')}>
          <DateField name="to" label={t.to} hint={t.endHint} optional />
          <Button danger>{t.end}</Button>
        </Form>
      </Panel>
    </SettingsFrame>
  );
}
