import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** The due days of a question, and whether they run. */
export function TimesPanel(props: {
  times: {
    readonly id: string;
    readonly open: boolean;
    readonly firstDueOn: LocalDate;
    readonly firstAnsweredOn: LocalDate | null;
    readonly dueOn: LocalDate | null;
    readonly closingDueOn: LocalDate | null;
    readonly waitingSince: LocalDate | null;
    readonly waited: number;
  };
}) {
  const t = useText(text);
  const { lang } = useView();
  const { times } = props;
  const path = `/advice/desk/questions/${times.id}`;
  const day = (date: LocalDate) => <DateText date={date} />;
  return (
    <Panel title={t.panel}>
      <SummaryList
        items={[
          times.firstAnsweredOn === null
            ? { term: t.firstUntil, value: day(times.firstDueOn) }
            : { term: t.firstGiven, value: day(times.firstAnsweredOn) },
          ...(times.firstAnsweredOn !== null && times.dueOn !== null
            ? [{ term: t.answerUntil, value: day(times.dueOn) }]
            : []),
          ...(times.closingDueOn === null ? [] : [{ term: t.closeUntil, value: day(times.closingDueOn) }]),
        ]}
      />
      {times.waitingSince !== null && <p>{t.waits(formatDate(times.waitingSince, lang))}</p>}
      {times.waitingSince === null && times.waited > 0 && <p>{t.waited(times.waited)}</p>}
      {times.open && (
        <Form light action={`${path}/${times.waitingSince === null ? 'wait' : 'go-on'}`}>
          <Button small>{times.waitingSince === null ? t.wait : t.goOn}</Button>
        </Form>
      )}
    </Panel>
  );
}
