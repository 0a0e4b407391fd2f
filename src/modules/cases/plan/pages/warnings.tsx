import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';
import type { Warning } from '../warnings/policy.ts';

function Confirmation(props: { warning: Warning; action: string | null; version: number }) {
  const t = useText(text);
  const { warning } = props;
  if (warning.confirm === null) return null;
  if (warning.confirmed)
    return (
      <Tag tone="success" icon="accept">
        {t.confirmed}
      </Tag>
    );
  if (props.action === null) {
    const by: Readonly<Record<string, string | ((type: string) => string)>> = t.confirmBy;
    const who = by[warning.confirm];
    return <p>{typeof who === 'string' ? who : t.confirmBy.other(warning.confirm)}</p>;
  }
  return (
    <Form action={props.action} version={props.version} light>
      <input type="hidden" name="warning" value={warning.key} />
      <Button small>{t.confirm}</Button>
    </Form>
  );
}

/** Each warning: what it says, what it is about, on what law, who confirms it. */
export function Warnings(props: {
  warnings: readonly Warning[];
  /** Where a confirmation goes. */
  action: string;
  version: number;
  mayConfirm: readonly string[];
}) {
  const t = useText(text);
  return (
    <>
      {props.warnings.map((w) => (
        <div id={`warning-${w.key}`}>
          <Notice tone={w.confirm !== null && !w.confirmed ? 'warning' : 'info'} quiet>
            <p>{w.sentence}</p>
            {w.about.length > 0 && <p>{t.about(w.about.join(', '))}</p>}
            <p class="small muted">{t.source(w.source)}</p>
            <Confirmation
              warning={w}
              action={props.mayConfirm.includes(w.key) ? props.action : null}
              version={props.version}
            />
          </Notice>
        </div>
      ))}
    </>
  );
}
