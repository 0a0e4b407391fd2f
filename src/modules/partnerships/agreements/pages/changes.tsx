import { Difference } from '#modules/library/editing/difference/api.ts';
import { Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { ClauseChange } from '../changes/service.ts';
import type { AgreementView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AgreementFrame } from './frame.tsx';

/** A version beside the one before it, word by word. */
export function ChangesPage(props: {
  partnership: Partnership;
  agreement: AgreementView;
  found: { readonly before: number; readonly same: number; readonly changes: readonly ClauseChange[] } | null;
}) {
  const [t, all] = [useText(text).changes, useText(words).agreement];
  const { partnership, agreement, found } = props;
  return (
    <AgreementFrame
      partnership={partnership}
      version={agreement.version}
      title={`${t.title}: ${all.version(agreement.version)}`}
      lead={found ? t.lead(all.version(found.before), t.clauses(found.same)) : t.first}
    >
      {agreement.changeNote && (
        <Panel title={all.changeNote}>
          <p class="pre-line">{agreement.changeNote}</p>
        </Panel>
      )}
      {found?.changes.length === 0 && <p>{t.nothing}</p>}
      {found?.changes.map((change) => (
        <Panel
          title={
            <>
              {change.title} <Tag tone="info">{t.kinds[change.change]}</Tag>
            </>
          }
          long
        >
          <div lang={agreement.language}>
            <Difference pieces={change.pieces} />
          </div>
        </Panel>
      ))}
    </AgreementFrame>
  );
}
