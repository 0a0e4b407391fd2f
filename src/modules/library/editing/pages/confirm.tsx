import { ConfirmForm } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Arranged, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

export function WithdrawPage(props: Sent & { document: Arranged; lang: string; formKey: string }) {
  const t = useText(text);
  const path = `/library/edit/documents/${props.document.id}`;
  return (
    <Page
      title={t.withdraw.title(props.document.title)}
      width="text"
      breadcrumb={[{ href: path, label: props.document.title }]}
      failed={Boolean(props.errors?.length)}
    >
      <ConfirmForm
        action={`${path}/withdraw`}
        formKey={props.formKey}
        consequences={[t.withdraw.gone, t.withdraw.kept]}
        submit={t.withdraw.submit}
        cancelHref={path}
        values={props.values}
        errors={props.errors}
      >
        <input type="hidden" name="lang" value={props.lang} />
        <TextArea name="reason" label={t.withdraw.reason} rows={3} max={500} />
      </ConfirmForm>
    </Page>
  );
}

export function DropPage(props: { id: string; title: string; formKey: string }) {
  const t = useText(text);
  return (
    <Page
      title={t.drop.title(props.title)}
      width="text"
      breadcrumb={[{ href: '/library/edit', label: t.desk.title }]}
    >
      <ConfirmForm
        action={`/library/edit/${props.id}/drop`}
        formKey={props.formKey}
        consequences={[t.drop.gone]}
        submit={t.drop.submit}
        cancelHref={`/library/edit/${props.id}`}
      />
    </Page>
  );
}
