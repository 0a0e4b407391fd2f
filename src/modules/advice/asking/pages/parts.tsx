import type { HelpLine } from '#modules/site/api.ts';
import { HelpLines } from '#modules/site/api.ts';
import { Notice } from '#ui/components/panels.tsx';
import { FileField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { ACCEPTED, type Desk } from '../../schema.ts';
import { FILES_MAX, FILES_MB } from '../schema.ts';
import { text } from '../text.pl.ts';

/** For somebody in danger: before everything else on the page. */
export function CrisisNotice(props: { lines: readonly HelpLine[]; sent?: boolean }) {
  const t = useText(text);
  return (
    <Notice tone="danger" title={t.crisisTitle}>
      <p>{props.sent ? t.crisisSent : t.crisis}</p>
      <HelpLines lines={props.lines} />
    </Notice>
  );
}

/** The name of a desk; a name that has no translation is read out in its own language. */
export function DeskName(props: { desk: Pick<Desk, 'namePl' | 'nameEn'> }) {
  const { lang } = useView();
  const { namePl, nameEn } = props.desk;
  const translated = lang === 'en' && nameEn !== '';
  return <span lang={translated || lang === 'pl' ? undefined : 'pl'}>{translated ? nameEn : namePl}</span>;
}

/** Files of a question. `lost`: what was chosen when the form was sent, which no browser keeps. */
export function AskedFiles(props: { lost: unknown }) {
  const t = useText(text);
  const lost = [props.lost].flat().some((file) => file instanceof File && file.size > 0);
  return (
    <splot-files data-most={FILES_MB} data-too-big={t.filesTooBig}>
      <FileField
        name="files"
        label={t.files}
        hint={
          <>
            {t.filesHint(FILES_MAX, FILES_MB)} {lost && <b>{t.filesAgain}</b>}
          </>
        }
        accept={ACCEPTED}
        multiple
        optional
      />
      <p class="ds-validation-message" role="alert" data-told hidden />
    </splot-files>
  );
}
