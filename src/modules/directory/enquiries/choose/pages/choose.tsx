import type { FieldError } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Choice, type Option } from '#ui/components/choice-parts.tsx';
import { Checkboxes } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, EmptyState } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Facts } from '../../pages/facts.tsx';
import type { Enquiry } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type Candidate, capable, fits, inReach } from '../schema.ts';

export interface ChoosePageProps {
  readonly path: string;
  readonly enquiry: Enquiry;
  readonly candidates: readonly Candidate[];
  readonly ticked: readonly string[];
  readonly most: number;
  readonly confirms: boolean;
  readonly errors?: readonly FieldError[];
}

/** Why somebody fits, in words; what speaks against it too. */
function Reasons(props: { candidate: Candidate; enquiry: Enquiry }) {
  const t = useText(text).choose;
  const { lang } = useView();
  const { candidate: c, enquiry } = props;
  const can = capable(c, enquiry.quantity);
  const reach = inReach(c);
  const number = (n: number) => formatNumber(n, lang, { max: 0 });
  const reasons = [
    !c.reachable && t.unreachable,
    c.wanted && t.found,
    c.byCategory && t.category,
    c.byCpv && enquiry.cpv.length > 0 && t.cpv,
    !c.byCategory && !c.byCpv && t.noOffer,
    c.km !== null && t.km(number(c.km)),
    c.serves ? t.serves : reach === true ? t.inRange : reach === false && t.tooFar,
    can === true && t.capacity(number(c.capacity ?? 0)),
    can === false && t.tooSmall(number(c.capacity ?? 0)),
    c.reserved ? t.reserved : enquiry.reservedBasis !== null && t.notReserved,
    c.fresh ? t.fresh : t.stale,
  ].filter((reason) => typeof reason === 'string');
  return (
    <>
      {[c.locality, ...reasons].filter(Boolean).join(' · ')}
      {c.offers && (
        <>
          <br />
          {t.offers}: {c.offers}
        </>
      )}
    </>
  );
}

const option = (candidate: Candidate, enquiry: Enquiry): Option => ({
  value: candidate.id,
  label: candidate.name,
  disabled: !candidate.reachable,
  hint: <Reasons candidate={candidate} enquiry={enquiry} />,
});

/** Step two: who could do it, with reasons, and boxes. */
export function ChoosePage(props: ChoosePageProps) {
  const all = useText(text);
  const t = all.choose;
  const { path, enquiry, candidates, ticked } = props;
  const fitting = candidates.filter((c) => fits(c, enquiry));
  const shown = candidates.filter((c) => fitting.includes(c) || ticked.includes(c.id));
  const rest = candidates.filter((c) => !shown.includes(c));
  return (
    <Page
      title={t.title}
      lead={candidates.length > 0 && fitting.length === 0 ? t.nobodyFits : t.lead(fitting.length)}
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/directory', label: all.directory },
        { href: `${path}/need`, label: enquiry.subject },
      ]}
      aside={<Facts enquiry={enquiry} changeHref={`${path}/need`} />}
    >
      {candidates.length === 0 ? (
        <EmptyState
          title={t.lead(0)}
          action={
            <ButtonLink href={`${path}/need`} variant="primary">
              {t.back}
            </ButtonLink>
          }
        >
          {t.emptyMore}
        </EmptyState>
      ) : (
        <Form action={`${path}/recipients`} errors={props.errors} light>
          <Checkboxes
            name="entity"
            label={t.legend}
            hint={t.hint(props.most)}
            values={ticked}
            options={shown.map((candidate) => option(candidate, enquiry))}
          />
          {rest.length > 0 && (
            <Details summary={t.rest(rest.length)} open={shown.length === 0} wide>
              <div class="choices">
                {rest.map((candidate, index) => (
                  <Choice
                    type="checkbox"
                    name="entity[]"
                    id={`rest-${index + 1}`}
                    option={option(candidate, enquiry)}
                    checked={false}
                  />
                ))}
              </div>
            </Details>
          )}
          <FormActions submit={props.confirms ? t.submitConfirm : t.submit}>
            <a href={`${path}/need`}>{t.back}</a>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
