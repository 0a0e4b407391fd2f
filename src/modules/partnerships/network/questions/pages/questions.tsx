import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { NetworkTabs } from '../../pages/tabs.tsx';
import { TERM_KINDS, type Term } from '../../schema.ts';
import { text as network } from '../../text.pl.ts';
import type { Question } from '../schema.ts';
import { text } from '../text.pl.ts';

const useTermOptions = (terms: readonly Term[]) => {
  const n = useText(network);
  return TERM_KINDS.map((kind) => ({
    label: n.kinds[kind],
    options: terms
      .filter((term) => term.kind === kind)
      .map(({ code, name }) => ({ value: code, label: name })),
  }));
};

export function QuestionsPage(props: {
  questions: readonly Question[];
  terms: readonly Term[];
  term: string;
}) {
  const t = useText(text);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      before={<NetworkTabs current="questions" />}
      actions={<ButtonLink href="/network/questions/new">{t.ask}</ButtonLink>}
    >
      <FilterBar action="/network/questions">
        <Select
          name="term"
          label={t.term}
          value={props.term}
          empty={t.any}
          options={useTermOptions(props.terms)}
        />
      </FilterBar>
      {props.questions.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.questions}
          columns={[
            {
              key: 'title',
              label: t.question,
              heading: true,
              cell: (q) => (
                <>
                  <a href={`/groups/topics/${q.topicId}`}>{q.title}</a>{' '}
                  {q.solved && (
                    <Tag tone="success" icon="done">
                      {t.solved}
                    </Tag>
                  )}
                  <span class="under plain">{t.answers(q.answers)}</span>
                </>
              ),
            },
            { key: 'term', label: t.term, cell: (q) => q.term.name },
            { key: 'from', label: t.from, cell: (q) => q.partnership ?? '–' },
            {
              key: 'practice',
              label: t.practice,
              cell: (q) => (
                <>
                  {q.practice ? (
                    <a href={q.practice.path}>{q.practice.title}</a>
                  ) : (
                    !q.links && <span class="muted">{t.practiceNone}</span>
                  )}
                  {q.links && (
                    <span class="under">
                      <a href={`/network/questions/${q.topicId}/practice`}>
                        {t.link}
                        <span class="visually-hidden"> {q.title}</span>
                      </a>
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}

interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const useCrumbs = () => {
  const t = useText(text);
  return [
    { href: '/network', label: t.network },
    { href: '/network/questions', label: t.title },
  ];
};

export function AskNetworkPage(
  props: Sent & {
    groups: readonly { readonly id: string; readonly name: string }[];
    terms: readonly Term[];
    formKey: string;
  },
) {
  const t = useText(text);
  const options = useTermOptions(props.terms);
  const { groups } = props;
  return (
    <Page
      title={t.ask}
      lead={t.askLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={useCrumbs()}
    >
      {groups.length === 0 ? (
        <EmptyState title={t.noGroups} action={<ButtonLink href="/groups">{t.groups}</ButtonLink>}>
          {t.noGroupsHow}
        </EmptyState>
      ) : (
        <Form
          action="/network/questions/new"
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <TextField name="title" label={t.titleField} maxlength={120} />
          <Select name="term" label={t.term} options={options} />
          <TextArea name="body" label={t.body} rows={6} max={5000} />
          <Select
            name="group"
            label={t.group}
            hint={t.groupHint}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Checkbox name="personal" label={t.personal} />
          <FormActions submit={t.send} cancelHref="/network/questions" />
        </Form>
      )}
    </Page>
  );
}

export function PracticePage(
  props: Sent & {
    question: Question;
    practices: readonly { readonly id: string; readonly title: string; readonly path: string }[];
    formKey: string;
  },
) {
  const t = useText(text);
  const { question, practices } = props;
  const now = practices.find(({ path }) => path === question.practice?.path)?.id;
  return (
    <Page
      title={t.link}
      lead={`${question.title}. ${t.linkLead}`}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={useCrumbs()}
    >
      <Form
        action={`/network/questions/${question.topicId}/practice`}
        formKey={props.formKey}
        values={props.values ?? { practice: now ?? '' }}
        errors={props.errors}
        light
      >
        <Select
          name="practice"
          label={t.practice}
          empty={t.noPractice}
          options={practices.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <FormActions submit={t.save} cancelHref="/network/questions" />
      </Form>
    </Page>
  );
}
