import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { FileField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';
import { type FormProps, failed, useCrumbs } from './form-props.tsx';

/** One number for each service and one button: ten seconds between two visitors. */
export function FreePlacesPage(props: FormProps) {
  const t = useText(text);
  const { lang } = useView();
  const { record } = props;
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t.free}
      lead={t.freeLead}
      breadcrumb={useCrumbs(record).slice(0, 2)}
      width="text"
      failed={failed(props)}
    >
      <Form
        light
        action={`${path}/places-free`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        {record.supports.map((s) => (
          <TextField
            name={`free-${s.id}`}
            label={s.name}
            hint={
              s.placesFree === null || s.placesOn === null
                ? t.freeNever
                : t.freeNow(s.placesFree, s.placesTotal, formatDate(s.placesOn, lang))
            }
            width="xs"
            inputmode="numeric"
          />
        ))}
        <FormActions submit={t.save} cancelHref={path} />
      </Form>
    </Page>
  );
}

export function PhotosPage(props: FormProps & { accept: string }) {
  const t = useText(text);
  const { record } = props;
  const path = `/directory/${record.id}/edit`;
  return (
    <Page title={t.photos} breadcrumb={useCrumbs(record)} width="text" failed={failed(props)}>
      {record.photos.map((p) => (
        <Panel>
          <img
            src={`/directory/photos/${p.fileId}`}
            alt={p.altPl}
            loading="lazy"
            style="max-width: 100%; max-height: 16rem"
          />
          <p>{p.altPl}</p>
          <Form light action={`${path}/photos/${p.id}/remove`}>
            <Button variant="tertiary" icon="trash">
              {t.remove}
            </Button>
          </Form>
        </Panel>
      ))}
      <Panel title={t.photo}>
        <Form
          upload
          action={`${path}/photos`}
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <FileField name="file" label={t.file} hint={t.fileHint} accept={props.accept} />
          <TextField name="altPl" label={t.alt} hint={t.altHint} maxlength={300} />
          <TextField name="altEn" label={t.altEn} optional maxlength={300} />
          <TextField name="licence" label={t.licence} optional maxlength={200} />
          <FormActions submit={t.addPhoto} cancelHref={path} />
        </Form>
      </Panel>
    </Page>
  );
}
