import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { LawAct, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A new act of law. */
export function NewActPage(props: Sent & { formKey: string }) {
  const t = useText(text);
  return (
    <Page
      title={t.acts.add}
      breadcrumb={[
        { href: '/library/edit', label: t.desk.title },
        { href: '/library/edit/acts', label: t.acts.title },
      ]}
      failed={Boolean(props.errors?.length)}
    >
      <Form
        action="/library/edit/acts/new"
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <TextField name="short" label={t.acts.short} hint={t.acts.shortHint} maxlength={100} />
        <TextField name="code" label={t.acts.code} hint={t.acts.codeHint} width="s" maxlength={60} />
        <TextField name="name_pl" label={t.acts.namePl} maxlength={500} />
        <TextField name="name_en" optional label={t.acts.nameEn} hint={t.acts.nameEnHint} maxlength={500} />
        <TextField name="journal" label={t.acts.journal} hint={t.acts.journalHint} maxlength={200} />
        <TextField name="url" optional label={t.acts.url} maxlength={500} />
        <FormActions submit={t.acts.addSubmit} cancelHref="/library/edit/acts" />
      </Form>
    </Page>
  );
}

/** Acts of law; saying that one changed puts what rests on it on the desk. */
export function ActsPage(props: Sent & { acts: readonly LawAct[]; formKey: string }) {
  const t = useText(text);
  return (
    <Page
      title={t.acts.title}
      lead={t.acts.lead}
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
      failed={Boolean(props.errors?.length)}
      actions={
        <ButtonLink href="/library/edit/acts/new" icon="add">
          {t.acts.add}
        </ButtonLink>
      }
      aside={
        <Panel title={t.acts.changed}>
          <Form
            light
            action="/library/edit/acts"
            formKey={props.formKey}
            values={props.values}
            errors={props.errors}
          >
            <Select
              name="act"
              label={t.acts.act}
              options={props.acts.map((act) => ({ value: act.code, label: act.short }))}
            />
            <DateField name="on" label={t.acts.on} />
            <TextField name="note" optional label={t.acts.note} maxlength={500} />
            <FormActions submit={t.acts.submit} />
          </Form>
        </Panel>
      }
    >
      {props.acts.length === 0 ? (
        <EmptyState title={t.acts.none} />
      ) : (
        <DataTable<LawAct>
          caption={t.acts.title}
          captionHidden
          rows={props.acts}
          columns={[
            {
              key: 'short',
              label: t.acts.act,
              heading: true,
              cell: (act) => <a href={`/knowledge/acts/${act.code}`}>{act.short}</a>,
            },
            { key: 'name', label: t.acts.name, cell: (act) => act.name },
            { key: 'code', label: t.acts.code, cell: (act) => act.code },
            {
              key: 'changed',
              label: t.acts.changedOn,
              cell: (act) => (act.changedOn === null ? '' : <DateText date={act.changedOn} />),
            },
          ]}
        />
      )}
    </Page>
  );
}
