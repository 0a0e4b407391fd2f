import { formatDate } from '#kernel/time.ts';
import type { NearbySupport } from '#modules/directory/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/**
 * Support near the person, inside a form: those of the partnership can be chosen as the recipient by a button of the
 * form, for others the phone is given.
 */
export function NearbyPanel(props: {
  supports: readonly NearbySupport[];
  hasGmina: boolean;
  /** Institutions that the form offers as recipients. */
  recipients: readonly string[];
  chosen: string;
  /** Where the form goes when one is chosen; it gets the institution as `choose`. */
  chooseAction: string;
}) {
  const t = useText(text);
  const open = props.supports.filter((s) => isOffered(props.recipients, s));
  const outside = props.supports.filter((s) => !isOffered(props.recipients, s)).slice(0, MOST_OUTSIDE);
  return (
    <Panel title={t.title} id="nearby" level={3} tone="tinted">
      <p class="muted">{props.hasGmina ? t.lead : t.noGmina}</p>
      {props.hasGmina && props.supports.length === 0 && <p>{t.none}</p>}
      <RuledList items={open.map((support) => <Support {...props} support={support} />)} />
      {outside.length > 0 && (
        <Details summary={t.others(outside.length)} open={open.length === 0}>
          <p class="muted">{t.outside}</p>
          <RuledList items={outside.map((support) => <Support {...props} support={support} />)} />
        </Details>
      )}
    </Panel>
  );
}

/** A panel beside a form, not the directory: so many that cannot be chosen are enough. */
const MOST_OUTSIDE = 5;

const isOffered = (recipients: readonly string[], { institutionId }: NearbySupport): boolean =>
  institutionId !== null && recipients.includes(institutionId);

function Support(props: Parameters<typeof NearbyPanel>[0] & { support: NearbySupport }) {
  const t = useText(text);
  const { lang } = useView();
  const { support } = props;
  const { institutionId } = support;
  const offered = isOffered(props.recipients, support);
  return (
    <div class="beside">
      <div>
        <b>
          <a href={`/directory/${support.entityId}`} target="_blank" rel="noopener">
            {support.entity}
          </a>
        </b>
        <br />
        {support.name}
        <br />
        <span class="muted">
          {[
            support.locality,
            support.km !== null && t.km(formatNumber(support.km, lang, { max: 0 })),
            support.eligibility.length > 0 && t.forWhom(support.eligibility.join('; ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>{' '}
        {support.free && (
          <Tag tone={support.free.places > 0 ? 'success' : 'neutral'}>
            {(support.free.places > 0 ? t.free : (_: number, day: string) => t.full(day))(
              support.free.places,
              formatDate(support.free.on, lang),
            )}
          </Tag>
        )}
        {!offered && support.phone && (
          <>
            <br />
            <span class="small muted">{t.phone(support.phone)}</span>
          </>
        )}
      </div>
      {offered &&
        institutionId !== null &&
        (props.chosen === institutionId ? (
          <Tag tone="success">{t.chosen}</Tag>
        ) : (
          <Button small name="choose" value={institutionId} formaction={props.chooseAction} formnovalidate>
            {t.choose}
          </Button>
        ))}
    </div>
  );
}
