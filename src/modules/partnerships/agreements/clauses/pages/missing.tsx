import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Lack } from '../schema.ts';

/** What is missing before signing, each with the way to it. */
export function MissingPanel(props: { base: string; lacks: readonly Lack[]; coordinates: boolean }) {
  const t = useText(text).missing;
  const { base, lacks } = props;
  const where = (lack: Lack) =>
    lack.clauseId
      ? `${base}/clauses/${lack.clauseId}`
      : lack.kind === 'ceiling' || lack.kind === 'unpermitted'
        ? `${base}/ceiling`
        : `${base}/edit#missing-${lack.code}`;
  const line = (lack: Lack) => (
    <>
      <Tag tone={lack.blocks ? 'warning' : 'info'}>{t.kinds[lack.kind]}</Tag>{' '}
      {props.coordinates || lack.clauseId ? <a href={where(lack)}>{lack.what}</a> : lack.what}
    </>
  );
  const [blocking, later] = [lacks.filter((l) => l.blocks), lacks.filter((l) => !l.blocks)];
  return (
    <Panel title={t.title} id="missing">
      {lacks.length === 0 && <p>{t.whole}</p>}
      {blocking.length > 0 && (
        <>
          <h3>{t.blocks}</h3>
          <RuledList items={blocking.map(line)} />
        </>
      )}
      {later.length > 0 && (
        <>
          <h3>{t.later}</h3>
          <RuledList items={later.map(line)} />
        </>
      )}
    </Panel>
  );
}
