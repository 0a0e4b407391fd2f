import type { FieldError } from '#kernel/errors.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Diagnosis, Part, PartContent } from '../../diagnosis/api.ts';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { text } from '../text.pl.ts';
import { PartFields } from './part-fields.tsx';

interface FormProps {
  head: CaseHead;
  formKey: string;
  diagnosis: Diagnosis;
  /** Parts of the reader's institution on this page. */
  parts: readonly Part[];
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  /** What somebody saved meanwhile, by domain, and the same as the fields of the form. */
  faster?: Readonly<Record<string, PartContent>>;
  now?: Readonly<Record<string, string>>;
}

/** All domains of one institution on one page, saved as a draft while typing. */
export function PartsPage(props: FormProps & { restoredAt: Date | null }) {
  const t = useText(text);
  const { lang } = useView();
  const base = `/cases/${props.head.case.id}/diagnosis`;
  const closed = props.parts.filter((p) => !p.content);
  const open = props.parts.filter((p) => p.content);
  return (
    <CaseFrame
      head={props.head}
      current="diagnosis"
      title={t.parts.title}
      quiet
      failed={!!props.errors?.length}
    >
      <p class="lead">{t.parts.lead}</p>
      <Notice quiet>
        {open.length > 0 && t.parts.noteHint} <a href={`${base}/protected`}>{t.special.link}</a>
      </Notice>
      {props.restoredAt && <Notice>{t.parts.draft(formatDateTime(props.restoredAt, lang))}</Notice>}
      {closed.map((p) => (
        <Notice tone="warning">
          {t.parts.noGrant(p.label)}{' '}
          <a href={`/cases/${props.head.case.id}/access?class=${p.dataClass}`}>→</a>
        </Notice>
      ))}
      {open.length === 0 ? (
        <Notice>{t.parts.none}</Notice>
      ) : (
        <Form
          action={`${base}/parts`}
          autosave={`${base}/parts/draft`}
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
          now={props.now}
        >
          {open.map((part) => (
            <PartFields part={part} faster={props.faster?.[part.domain]} />
          ))}
          <FormActions submit={t.parts.submit} cancelHref={base} />
        </Form>
      )}
    </CaseFrame>
  );
}

/** Domains of special categories, apart: who reads them, and what the team is told instead. Never saved as a draft. */
export function ProtectedPage(props: FormProps & { readers: readonly string[] }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  const open = props.parts.filter((p) => p.content);
  const version = props.diagnosis.work?.rowVersion ?? 0;
  return (
    <CaseFrame
      head={props.head}
      current="diagnosis"
      title={t.special.title}
      quiet
      failed={!!props.errors?.length}
    >
      <p class="lead">{t.special.lead}</p>
      {open.length === 0 ? (
        <Notice>
          {t.parts.none} <a href={`/cases/${props.head.case.id}/access?class=D7`}>→</a>
        </Notice>
      ) : (
        <>
          <Notice tone="warning" title={t.special.readers} quiet>
            <p>{props.readers.length > 0 ? props.readers.join(', ') : t.special.nobody}</p>
            <p>{t.special.readersHint}</p>
          </Notice>
          <Form
            action={`${base}/protected`}
            formKey={props.formKey}
            values={props.values}
            errors={props.errors}
            now={props.now}
          >
            {open.map((part) => (
              <PartFields part={part} faster={props.faster?.[part.domain]} />
            ))}
            <input type="hidden" name="work_version" value={String(version)} />
            <TextArea name="work" label={t.special.work} hint={t.special.workHint} rows={3} optional />
            <FormActions submit={t.special.submit} cancelHref={base} />
          </Form>
        </>
      )}
    </CaseFrame>
  );
}
