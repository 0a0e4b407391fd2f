import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CHANNELS } from '../../schema.ts';
import { type DeskSettings, SettingsFrame } from '../../setup/api.ts';
import type { Rule } from '../schema.ts';
import { text } from '../text.pl.ts';

export function RulesPage(props: {
  desk: DeskSettings;
  rules: readonly Rule[];
  topics: readonly { readonly value: string; readonly label: string; readonly name: string }[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { desk } = props;
  const path = `/advice/desk/settings/${desk.id}/times`;
  const names = new Map(props.topics.map(({ value, name }) => [value, name]));
  const about = (rule: Rule) => {
    const channel = CHANNELS.find((c) => c === rule.channel);
    const parts = [rule.topicId && (names.get(rule.topicId) ?? rule.topicId), channel && t.channels[channel]];
    return parts.filter(Boolean).join(', ') || t.everything;
  };
  return (
    <SettingsFrame
      desk={desk}
      current="times"
      title={t.title}
      lead={t.lead}
      failed={(props.errors ?? []).length > 0}
    >
      <DataTable
        caption={t.title}
        captionHidden
        rows={props.rules}
        columns={[
          { key: 'rule', label: t.rule, heading: true, cell: about },
          {
            key: 'first',
            label: t.first,
            cell: (r) => (r.firstDays === null ? t.generalFirst : t.workingDays(r.firstDays)),
          },
          { key: 'closing', label: t.closing, cell: (r) => t.workingDays(r.closingDays) },
          {
            key: 'valid',
            label: t.inForce,
            cell: (r) => (
              <>
                <DateText date={r.validFrom} /> – {r.validTo !== null && <DateText date={r.validTo} />}
              </>
            ),
          },
          {
            key: 'source',
            label: t.source,
            cell: (r) => `${r.deskId === null ? t.common : t.ours}: ${r.source}`,
          },
          {
            key: 'end',
            label: t.end,
            quiet: true,
            cell: (r) =>
              r.deskId !== null &&
              r.validTo === null && (
                <Form light action={`${path}/${r.id}/end`}>
                  <Button variant="tertiary" small>
                    {t.end}
                    <span class="visually-hidden">: {about(r)}</span>
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <Panel title={t.add}>
        <Form light action={path} formKey={props.formKey} values={props.values} errors={props.errors}>
          <Select name="topic" label={t.topic} options={props.topics} empty={t.everyTopic} width="l" />
          <Select
            name="channel"
            label={t.channel}
            options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
            empty={t.everyChannel}
            width="m"
          />
          <FieldRow>
            <TextField
              name="first"
              label={t.firstField}
              hint={t.firstHint}
              inputmode="numeric"
              width="xs"
              optional
            />
            <TextField name="closing" label={t.closingField} inputmode="numeric" width="xs" />
          </FieldRow>
          <DateField name="from" label={t.from} hint={t.fromHint} optional />
          <TextField name="source" label={t.source} maxlength={300} optional />
          <FormActions submit={t.add} />
        </Form>
      </Panel>
    </SettingsFrame>
  );
}
