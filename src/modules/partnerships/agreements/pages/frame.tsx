import type { Child } from 'hono/jsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

/** A page inside the agreement of a partnership: the trail leads through its list of versions and the version. */
export function AgreementFrame(props: {
  partnership: Partnership;
  /** The version the page is about, when it is not its own page. */
  version?: number;
  title: string;
  lead?: Child;
  meta?: readonly Child[];
  before?: Child;
  aside?: Child;
  failed?: boolean;
  width?: 'text';
  trail?: readonly { readonly href: string; readonly label: string }[];
  children?: Child;
}) {
  const { partnership, version, trail = [], ...page } = props;
  const [t, all] = [useText(text), useText(words)];
  const base = `/partnerships/${partnership.id}/agreements`;
  return (
    <PartnershipFrame
      {...page}
      partnership={partnership}
      member
      current="agreement"
      trail={[
        { href: base, label: t.title },
        ...(version === undefined
          ? []
          : [{ href: `${base}/${version}`, label: all.agreement.version(version) }]),
        ...trail,
      ]}
    />
  );
}
