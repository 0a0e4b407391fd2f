import { Panel, RuledList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import type { Answer, Chapter, RoundView, Sheet } from '../schema.ts';
import { text } from '../text.pl.ts';
import { RoundFrame } from './frame.tsx';
import { LevelTag, roundPath } from './parts.tsx';

/** What one institution says of a requirement, with its evidence. */
export function SaidLine(props: { view: RoundView; sheet: Sheet; answer: Answer | undefined }) {
  const t = useText(text);
  const { sheet, answer, view } = props;
  return (
    <>
      <b>{sheet.shortName}</b> <LevelTag level={answer?.level} />
      {answer?.evidence && <p>{answer.evidence}</p>}
      {answer?.link && (
        <p>
          <a href={answer.link} rel="noreferrer">
            {answer.link}
          </a>
        </p>
      )}
      {answer?.fileId && (
        <p>
          <a href={`${roundPath(view)}/files/${sheet.institutionId}/${answer.code}`}>
            {t.evidenceOf}: {t.file}
            <span class="visually-hidden"> {`${sheet.shortName}, ${answer.code}`}</span>
          </a>
        </p>
      )}
    </>
  );
}

export function Answers(props: { view: RoundView; code: string }) {
  const { view, code } = props;
  const said = (sheet: Sheet) =>
    view.answers.find((a) => a.code === code && a.institutionId === sheet.institutionId);
  const seen =
    view.round.state === 'answering'
      ? view.sheets.filter((s) => s.institutionId === view.own?.institutionId)
      : view.sheets;
  return (
    <RuledList items={seen.map((sheet) => <SaidLine view={view} sheet={sheet} answer={said(sheet)} />)} />
  );
}

/** A chapter with what everybody said of it. */
export function ChapterPage(props: { view: RoundView; chapter: Chapter }) {
  const t = useText(text);
  const { view, chapter } = props;
  return (
    <RoundFrame view={view} title={t.answer.title(chapter.number, chapter.title)} wide>
      {chapter.requirements.map((r) => {
        const found = view.conclusions.find(({ code }) => code === r.code);
        return (
          <Panel title={`${r.code}. ${r.title}`} long>
            <p>{r.what}</p>
            <Answers view={view} code={r.code} />
            {found && (
              <p>
                <b>{t.common}:</b> <LevelTag level={found.level} /> {found.note}
              </p>
            )}
          </Panel>
        );
      })}
    </RoundFrame>
  );
}
