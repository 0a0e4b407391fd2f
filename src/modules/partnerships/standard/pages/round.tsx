import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { FiguresPanel } from '../figures/pages/figures.tsx';
import type { Figure } from '../figures/schema.ts';
import { type Chapter, disputed, LEVELS, type RoundView, tally } from '../schema.ts';
import { TasksPanel } from '../tasks/pages/tasks.tsx';
import type { Task } from '../tasks/schema.ts';
import { text } from '../text.pl.ts';
import { RoundTag, RoundWaits } from './overview.tsx';
import { LevelTag, roundPath, SheetsPanel } from './parts.tsx';

function ChapterPanel(props: { view: RoundView; chapter: Chapter }) {
  const t = useText(text);
  const { view, chapter } = props;
  const disclosed = view.round.state !== 'answering';
  const of = (code: string) => view.answers.filter((answer) => answer.code === code);
  const path = roundPath(view);
  return (
    <Panel
      title={t.answer.title(chapter.number, chapter.title)}
      long
      action={
        view.mayAnswer ? (
          <ButtonLink href={`${path}/answer/${chapter.number}`} small icon="edit">
            {t.answer.link}
            <span class="visually-hidden"> {chapter.title}</span>
          </ButtonLink>
        ) : (
          disclosed && (
            <a href={`${path}/chapters/${chapter.number}`}>
              {t.compare}
              <span class="visually-hidden"> {chapter.title}</span>
            </a>
          )
        )
      }
    >
      <DataTable
        caption={chapter.title}
        captionHidden
        rows={chapter.requirements}
        columns={[
          {
            key: 'requirement',
            label: t.requirement,
            heading: true,
            cell: (r) => (
              <>
                <a href={r.path}>{`${r.code}. ${r.title}`}</a> {r.basic && <Tag>{t.basic}</Tag>}{' '}
                {r.law && <Tag>{t.law}</Tag>}
              </>
            ),
          },
          {
            key: 'own',
            label: t.ownAnswer,
            cell: (r) => (
              <LevelTag level={of(r.code).find((a) => a.institutionId === view.own?.institutionId)?.level} />
            ),
          },
          ...(disclosed
            ? [
                {
                  key: 'answers',
                  label: t.answers,
                  cell: (r: (typeof chapter.requirements)[number]) => {
                    const count = tally(of(r.code));
                    const said = LEVELS.filter((level) => count[level] > 0).map(
                      (level) => `${t.levels[level]} ${count[level]}`,
                    );
                    return `${said.join(', ') || t.noAnswer}${disputed(of(r.code)) ? ` (${t.disputed})` : ''}`;
                  },
                },
                {
                  key: 'common',
                  label: t.common,
                  cell: (r: (typeof chapter.requirements)[number]) => {
                    const found = view.conclusions.find(({ code }) => code === r.code);
                    return found ? <LevelTag level={found.level} /> : '–';
                  },
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** One self-check: whose turn it is, what was concluded, every requirement, what is computed, and what will be improved. */
export function RoundPage(props: {
  view: RoundView;
  figures: readonly Figure[];
  tasks: readonly Task[];
  /** Requirements met in the round before, where there was one. */
  before: number | null;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { view } = props;
  const { round } = view;
  const path = roundPath(view);
  const of = view.chapters.reduce((sum, chapter) => sum + chapter.requirements.length, 0);
  const count = tally(view.conclusions);
  const done = view.answers.filter((a) => a.institutionId === view.own?.institutionId).length;
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="standard"
      title={t.year(round.year)}
      trail={[{ href: `/partnerships/${round.partnershipId}/standard`, label: t.title }]}
      meta={[
        <RoundTag state={round.state} />,
        <a href={round.standardPath}>{t.version(round.standard, round.version)}</a>,
        ...(round.legalStateOn ? [t.legalState(formatDate(round.legalStateOn, lang))] : []),
      ]}
      actions={
        <a href={`${path}/pdf`} download>
          {t.pdf}
        </a>
      }
      before={<RoundWaits place={view} round={round} sheets={view.sheets} own={view.own} />}
      aside={<SheetsPanel view={view} />}
    >
      {view.mayAnswer && (
        <Panel title={t.ownAnswer}>
          <p>{t.answer.sofar(done, of)}</p>
          {done === of && <ButtonLink href={`${path}/hand-in`}>{t.answer.handIn}</ButtonLink>}
        </Panel>
      )}
      {round.state !== 'answering' && (
        <Panel title={t.conclude.overall}>
          {round.summary !== '' && <p>{round.summary}</p>}
          <SummaryList
            items={LEVELS.map((level) => ({ term: t.levels[level], value: t.requirements(count[level]) }))}
          />
          {props.before !== null && <p>{t.before(props.before)}</p>}
          {round.state === 'concluding' && view.coordinates && (
            <ButtonLink href={`${path}/finish`}>{t.conclude.finishLink}</ButtonLink>
          )}
        </Panel>
      )}
      {round.state !== 'answering' && <TasksPanel view={view} tasks={props.tasks} />}
      {view.chapters.map((chapter) => (
        <ChapterPanel view={view} chapter={chapter} />
      ))}
      <FiguresPanel figures={props.figures} />
    </PartnershipFrame>
  );
}
