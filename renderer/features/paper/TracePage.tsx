import { Link } from '@tanstack/react-router';
import { Alert, Button, Segmented, Space } from 'antd';
import { useState } from 'react';
import { api, type Output } from '../../app/api.ts';
import { chooseFiles, type FileHandle, uploadFiles } from '../../app/choose-files.ts';
import { formatTime } from '../../app/time.ts';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import './trace.css';

type Report = Output<typeof api.documents.trace>;
type Paragraph = Report['paragraphs'][number];

const STATES = { changed: '改过', added: '后加', removed: '删去', same: '原样' } as const;
const RECOGNISED = { mark: '凭文件里的记号认出', words: '记号已不在，凭文字认出' } as const;

/** 出处回溯: an exported file that was worked on elsewhere, held against what it was made of. */
export function TracePage() {
  const read = useCommand(api.documents.trace);
  const [report, setReport] = useState<Report>();
  const [name, setName] = useState('');
  const open = async (file: FileHandle | undefined) => {
    if (!file) return;
    const found = await read.run({ file: { handle: file.handle } });
    if (!found) return;
    setName(file.name);
    setReport(found);
  };
  const choose = () =>
    void chooseFiles({ title: '选一份导出过的文书', extensions: ['docx'] }).then(([file]) => open(file));
  const drop = useFileDrop((files) => void uploadFiles(files.slice(0, 1)).then(([file]) => open(file)));
  return (
    <PageFrame
      title="查出处"
      sub={report ? name : '导出后又改过的文书，放回来看哪段从哪来、改了什么'}
      verbs={
        <Button type={report ? 'default' : 'primary'} loading={read.saving} onClick={choose}>
          {report ? '换一份' : '选择文件'}
        </Button>
      }
      bar={<RefusalNote refusal={read.refusal} onClose={read.reset} />}
    >
      <div className="trace-drop" data-over={drop.over || undefined} {...drop.target}>
        {report ? (
          <Traced report={report} />
        ) : (
          <EmptyState
            title="把文书拖到这里"
            verbs={
              <Button onClick={choose} loading={read.saving}>
                选择文件
              </Button>
            }
          >
            从这里导出、又在 Word 或 WPS
            里改过的文书（.docx）。会逐段说明出自哪条记录，哪里是后来改的，哪些数已和台账不符。文件只读不改。
          </EmptyState>
        )}
      </div>
    </PageFrame>
  );
}

function Traced({ report }: { readonly report: Report }) {
  const { paper, counts, numbers, sources } = report;
  const [only, setOnly] = useState<'moved' | 'all'>('moved');
  const moved = counts.changed + counts.added + counts.removed;
  const shown = report.paragraphs
    .map((paragraph, index) => ({ paragraph, index }))
    .filter(({ paragraph }) => only === 'all' || paragraph.state !== 'same');
  const later = sources.filter((source) => source.present !== source.exported);
  return (
    <div className="trace">
      <section className="card">
        <h2>
          <RecordLink kind="paper" id={paper.id}>
            {paper.title}
          </RecordLink>
        </h2>
        <p>
          {[
            paper.label,
            paper.number,
            `第 ${paper.version} 次导出（${formatTime(paper.at)}）`,
            paper.version < paper.versions ? `之后又导出过 ${paper.versions - paper.version} 次` : '是最近一次导出的',
            RECOGNISED[report.recognised],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Space wrap>
          {(Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => (
            <span key={state} className="trace-tag" data-state={state}>
              {STATES[state]} {counts[state]} 段
            </span>
          ))}
          <Link to="/documents/$document" params={{ document: paper.document }} search={paper.params}>
            按现在的记录重新拟稿
          </Link>
        </Space>
      </section>
      {numbers.length > 0 && <Numbers report={report} />}
      {later.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`导出以后，有 ${later.length} 条记录又有变动`}
          description={
            <ul className="trace-sources">
              {later.map((source) => (
                <li key={`${source.kind}/${source.id}`}>
                  {source.present === undefined ? (
                    <span>{source.title}（已删除）</span>
                  ) : (
                    <RecordLink kind={source.kind} id={source.id}>
                      {source.title}
                    </RecordLink>
                  )}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Segmented
        value={only}
        onChange={setOnly}
        options={[
          { value: 'moved', label: `只看改动 ${moved}` },
          { value: 'all', label: `全文 ${report.paragraphs.length}` },
        ]}
      />
      {shown.length === 0 && <p className="quiet">文字与导出时完全一样。</p>}
      <ol className="trace-paragraphs">
        {shown.map(({ paragraph, index }) => (
          <li key={index} data-state={paragraph.state}>
            <span className="trace-tag" data-state={paragraph.state}>
              {STATES[paragraph.state]}
            </span>
            <div>
              <p>
                <Words paragraph={paragraph} />
              </p>
              <Origin paragraph={paragraph} report={report} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Words({ paragraph }: { readonly paragraph: Paragraph }) {
  if (paragraph.state === 'removed') return <del>{paragraph.text}</del>;
  if (paragraph.state === 'added') return <ins>{paragraph.text}</ins>;
  if (!paragraph.pieces) return paragraph.text;
  return paragraph.pieces.map((piece, index) => {
    const key = `${index}${piece.was}`;
    if (piece.was === 'added') return <ins key={key}>{piece.text}</ins>;
    return piece.was === 'removed' ? <del key={key}>{piece.text}</del> : <span key={key}>{piece.text}</span>;
  });
}

const LISTED = 4;

function Origin({ paragraph, report }: { readonly paragraph: Paragraph; readonly report: Report }) {
  if (paragraph.state === 'added') return <p className="quiet">手工添加，没有出处</p>;
  const sources = paragraph.sources.flatMap((index) => report.sources[index] ?? []);
  if (sources.length === 0) return <p className="quiet">版式文字，不取自记录</p>;
  return (
    <p className="quiet">
      出自：
      {sources.slice(0, LISTED).map((source, index) => (
        <span key={`${source.kind}/${source.id}`}>
          {index > 0 && '、'}
          {source.present === undefined ? (
            `${source.title}（已删除）`
          ) : (
            <RecordLink kind={source.kind} id={source.id}>
              {source.title}
            </RecordLink>
          )}
        </span>
      ))}
      {sources.length > LISTED && ` 等 ${sources.length} 条`}
    </p>
  );
}

function Numbers({ report }: { readonly report: Report }) {
  return (
    <section className="card">
      <h2>不再一致的数 {report.numbers.length}</h2>
      <ul className="trace-numbers">
        {report.numbers.map((number, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same number may be changed twice in one paragraph
          <li key={`${number.paragraph}/${index}`}>
            <strong>
              {number.was} → {number.reason === 'byHand' ? (number.is ?? '删去') : (number.now ?? '不再出现')}
            </strong>{' '}
            <span className="quiet">
              {number.reason === 'byHand' ? '手工改的' : '台账已变，现在应是这个数'}：
              {report.paragraphs[number.paragraph]?.text.slice(0, 60)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
