import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { points, STEP_WORDS, type Which } from './types.ts';

const STEPS = ['trial', 'published', 'confirmed'] as const;
type Step = (typeof STEPS)[number];

/** 年度试算 → 公示 → 审定: the totals of each moment are kept, what changed since stands beside them. */
export function SettlementTab({ which, inForce }: { readonly which: Which; readonly inForce: number | undefined }) {
  const { message } = App.useApp();
  const [meeting, setMeeting] = useState('');
  const query = useQuery(
    queries.scores.settlements.queryOptions({
      input: { scheme: which.scheme, year: which.year },
      placeholderData: (before) => before,
    }),
  );
  const settle = useCommand(async (step: Step) => {
    await api.scores.settle({
      scheme: which.scheme,
      year: which.year,
      step,
      ...(meeting.trim() ? { meeting: meeting.trim() } : {}),
    });
    setMeeting('');
    message.success(`${STEP_WORDS[step]}已记下，当时的总分都留着。可按 Ctrl+Z 撤销。`);
  });
  if (query.isPending) return <RouteLoading />;
  if (!query.data) return <RefusalNote refusal={explain(query.error)} />;
  const { steps, differences, intact } = query.data;
  const next = STEPS.find((step) => !steps.some((one) => one.step === step)) ?? 'confirmed';
  return (
    <div className="score-tab score-lists">
      <section className="card">
        <h2>程序</h2>
        <p className="quiet small">日常记录 → 季度通报 → 年度试算 → 自查 10 天 → 复核 → 公示 → 常委会审定 → 通报。</p>
        {inForce === undefined ? (
          <p className="warn">这个方案还没有施行，先在“方案与推演”里施行，再试算。</p>
        ) : (
          <div className="score-line">
            <Input
              aria-label="会议"
              className="score-meeting"
              placeholder="审定的会议，例如 九届十二次常委会"
              maxLength={100}
              value={meeting}
              onChange={(event) => setMeeting(event.target.value)}
            />
            {STEPS.map((step) => (
              <Button
                key={step}
                type={step === next ? 'primary' : 'default'}
                loading={settle.saving && step === next}
                onClick={() => void settle.run(step)}
              >
                {STEP_WORDS[step]}
              </Button>
            ))}
          </div>
        )}
        <RefusalNote refusal={settle.refusal} onClose={settle.reset} />
        {steps.length === 0 ? (
          <p className="quiet">{which.year} 年还没有试算。试算以后，之后的改动会逐个列出来，不会悄悄改掉。</p>
        ) : (
          <table className="work-table">
            <thead>
              <tr>
                <th>步骤</th>
                <th className="day">日期</th>
                <th>谁</th>
                <th>会议</th>
                <th className="number">对象</th>
                <th>方案</th>
                <th>校验码</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((one) => (
                <tr key={`${one.at} ${one.step}`}>
                  <td>{STEP_WORDS[one.step]}</td>
                  <td className="day">{one.at.slice(0, 10)}</td>
                  <td>{one.by}</td>
                  <td>{one.meeting ?? ''}</td>
                  <td className="number">{one.subjects}</td>
                  <td>第 {one.version} 版</td>
                  <td className="small quiet" title={one.hash}>
                    {one.hash.slice(0, 12)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {!intact && <p className="score-differs">留存的总分与校验码不符，结果可能被改过。请从备份核对。</p>}
      </section>
      {steps.length > 0 && (
        <section className="card">
          <h2>结账以后的差异（{differences.length}）</h2>
          {differences.length === 0 ? (
            <p className="quiet">没有差异。</p>
          ) : (
            <table className="work-table">
              <thead>
                <tr>
                  <th>名称</th>
                  <th className="number">结账</th>
                  <th className="number">现在</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ id, title, settled, now }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link
                        to="/results/scores/$subject"
                        params={{ subject: id }}
                        search={{ scheme: which.scheme, year: which.year }}
                      >
                        {title}
                      </Link>
                    </th>
                    <td className="number">{points(settled)}</td>
                    <td className="number">{points(now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
    </div>
  );
}
