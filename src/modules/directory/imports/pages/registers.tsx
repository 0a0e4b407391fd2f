import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { RecordView } from '../../record/api.ts';
import { text as words } from '../../text.pl.ts';
import { numbersOf, type Register } from '../registers/schema.ts';
import { text } from '../text.pl.ts';

/** Asks a register about one record; the answer goes to the page of an import. */
export function RegistersPage(props: {
  record: RecordView;
  registers: readonly Register[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).registers;
  const all = useText(words);
  const { record, registers } = props;
  const numbers = numbersOf(record);
  const able = registers.filter((r) => r.asks(numbers));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: `/directory/${record.id}`, label: record.shortName },
      ]}
    >
      <SummaryList
        items={[
          {
            term: t.number,
            value: [numbers.krs, numbers.nip, numbers.regon].filter(Boolean).join(', ') || '–',
          },
        ]}
      />
      {registers.length === 0 && <Notice>{t.off}</Notice>}
      {registers.length > 0 && able.length === 0 && <Notice>{t.noNumber}</Notice>}
      {(able.length > 0 || props.errors) && (
        <Form
          light
          action={`/directory/${record.id}/registers`}
          formKey={props.formKey}
          errors={props.errors}
        >
          {able.map((register, i) => (
            <Button name="register" value={register.source} variant={i === 0 ? 'primary' : 'secondary'}>
              {t[register.source]}
            </Button>
          ))}
        </Form>
      )}
    </Page>
  );
}
