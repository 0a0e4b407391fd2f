import { formatDateTime } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Fieldset } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Part, type PartContent, SCALE, ScaleText, scaleWords } from '../../diagnosis/api.ts';
import { text } from '../text.pl.ts';

/** What stands in a part now, shown to whoever was slower. */
function Faster(props: { label: string; now: PartContent }) {
  const t = useText(text);
  const { lang } = useView();
  const { now } = props;
  return (
    <Notice tone="warning" title={t.stale.now(props.label)}>
      <p>
        <ScaleText scale={now.scale} />
      </p>
      <p style="white-space: pre-line">{now.note}</p>
      {now.filledBy && now.filledAt && (
        <p class="small">{t.stale.by(now.filledBy, formatDateTime(now.filledAt, lang))}</p>
      )}
    </Notice>
  );
}

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
      {props.faster && <Faster label={part.label} now={props.faster} />}
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

/** What the form starts with. */
export const partValues = (parts: readonly Part[]): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap((p) => [
      [`scale_${p.domain}`, p.content?.scale === null ? '' : String(p.content?.scale ?? '')],
      [`note_${p.domain}`, p.content?.note ?? ''],
    ]),
  );
