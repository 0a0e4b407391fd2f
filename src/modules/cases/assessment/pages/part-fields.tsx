import { formatDateTime } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Fieldset } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Part, type PartContent, SCALE, scaleWords } from '../../diagnosis/api.ts';
import { text } from '../text.pl.ts';

/** The fields of one domain. `faster`: what somebody else saved meanwhile. */
export function PartFields(props: { part: Part; faster?: PartContent }) {
  const t = useText(text);
  const { lang } = useView();
  const { part } = props;
  const { content } = part;
  const version = props.faster?.rowVersion ?? content?.rowVersion ?? 1;
  const copied = content?.filledAt === null && (content.scale !== null || content.note !== '');
  return (
    <Fieldset
      id={`part-${part.domain}`}
      legend={
        <>
          {part.label}
          {part.required && <span class="small muted"> ({t.parts.required})</span>}
        </>
      }
      hint={copied ? t.parts.copied : undefined}
    >
      {props.faster?.filledBy && props.faster.filledAt && (
        <p class="small">{t.faster(props.faster.filledBy, formatDateTime(props.faster.filledAt, lang))}</p>
      )}
      <input type="hidden" name={`v_${part.domain}`} value={String(version)} />
      <Radios
        name={`scale_${part.domain}`}
        label={t.parts.scale}
        inline
        options={SCALE.map((s) => ({ value: String(s), label: scaleWords(lang, s) }))}
      />
      <TextArea name={`note_${part.domain}`} label={t.parts.note} rows={3} optional />
    </Fieldset>
  );
}

const asFields = (domain: string, content: PartContent | null | undefined): [string, string][] => [
  [`scale_${domain}`, String(content?.scale ?? '')],
  [`note_${domain}`, content?.note ?? ''],
];

/** What the form starts with. */
export const partValues = (parts: readonly Part[]): Record<string, string> =>
  Object.fromEntries(parts.flatMap((p) => asFields(p.domain, p.content)));

/** What somebody saved meanwhile, under the names of the fields. */
export const nowValues = (faster: Readonly<Record<string, PartContent>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faster).flatMap(([domain, content]) => asFields(domain, content)));
