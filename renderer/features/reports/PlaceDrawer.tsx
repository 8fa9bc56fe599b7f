import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import {
  FORM_LABELS,
  FORMS,
  type Form,
  type JudgedPlace,
  type ReportFigure,
} from '../../../shared/figures/reports/index.ts';
import { FigureRecords } from './FigureRecords.tsx';

interface PlaceDrawerProps {
  readonly place: JudgedPlace;
  readonly figure: ReportFigure | undefined;
  readonly period: FigurePeriod;
  readonly onForm: (form: Form) => void;
  readonly onTake: () => void;
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

/** One figure of the report: what stands in the text, what the ledgers say now, what to do, and its records. */
export function PlaceDrawer({ place, figure, period, onForm, onTake, onKeep, onClose }: PlaceDrawerProps) {
  const { state, taken, now } = place;
  return (
    <Drawer
      open
      onClose={onClose}
      size={580}
      title={figure ? `${figure.label}：${now?.text ?? ''}` : place.figure}
      extra={<Button onClick={onClose}>关闭</Button>}
      destroyOnHidden
    >
      {!figure && (
        <p className="field-problem">没有“{place.figure}”这个指标。请在正文里删去它，从右边“插入指标”里另选一个。</p>
      )}
      {figure && (
        <>
          <dl className="place-facts">
            <dt>稿里写</dt>
            <dd>
              {taken ? taken.text : '还没有取数'}
              {taken?.at && <span className="quiet small">　{taken.at.replace('T', ' ')} 取</span>}
            </dd>
            <dt>{figure.source ? `${figure.source}数` : '台账现在'}</dt>
            <dd>{now?.text}</dd>
            <dt>上年同期</dt>
            <dd>
              {figure.last}
              {figure.unit}
            </dd>
            <dt>写法</dt>
            <dd>
              <Select
                aria-label="写法"
                value={place.form}
                onChange={onForm}
                options={FORMS.map((form) => ({ value: form, label: FORM_LABELS[form] }))}
              />
            </dd>
            {state === 'kept' && (
              <>
                <dt>保留原数</dt>
                <dd>{taken?.reason}</dd>
              </>
            )}
          </dl>
          {(state === 'stale' || state === 'kept' || state === 'new') && (
            <Deciding key={`${place.figure} ${place.form}`} place={place} onTake={onTake} onKeep={onKeep} />
          )}
          <FigureRecords figure={figure.id} period={period} />
        </>
      )}
    </Drawer>
  );
}

function Deciding({ place, onTake, onKeep }: Pick<PlaceDrawerProps, 'place' | 'onTake' | 'onKeep'>) {
  const [reason, setReason] = useState<string>();
  const { taken, now, state } = place;
  return (
    <div className="place-deciding" data-state={state}>
      <p>{state === 'new' ? `还没有取数，台账是 ${now?.text}` : `数已变：${taken?.text}→${now?.text}`}</p>
      <div className="place-verbs">
        <Button type="primary" onClick={onTake}>
          更新这个数
        </Button>
        {state === 'stale' && reason === undefined && <Button onClick={() => setReason('')}>保留原数并写理由</Button>}
      </div>
      {reason !== undefined && state === 'stale' && (
        <div className="place-reason">
          <Input.TextArea
            aria-label="保留原数的理由"
            autoFocus
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2 }}
            placeholder="为什么稿里仍用原来的数，例如：已在常委会会议上报告"
            onChange={({ target }) => setReason(target.value)}
          />
          <Button disabled={reason.trim() === ''} onClick={() => onKeep(reason)}>
            保留原数
          </Button>
        </div>
      )}
    </div>
  );
}
