import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { enumerationOf } from '../../../shared/records/index.ts';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

interface TakeDialogProps {
  readonly year: number;
  readonly series?: string | undefined;
  /** A missing number that is entered afterwards. */
  readonly n?: number | undefined;
  readonly onClose: () => void;
}

/** 取号: the number and its line in the register come in one step. */
export function TakeDialog({ year, series: given, n, onClose }: TakeDialogProps) {
  const { message } = App.useApp();
  const list = useQuery(queries.numbers.series.queryOptions({ input: {} })).data?.series ?? [];
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} })).data;
  const [chosen, setSeries] = useState(given);
  const [title, setTitle] = useState('');
  const [docType, setDocType] = useState<string>();
  const [signer, setSigner] = useState('');
  const series = list.find(({ id }) => id === (chosen ?? 'office'));
  const next = useQuery({
    ...queries.numbers.next.queryOptions({ input: { series: series?.id ?? 'office', year } }),
    enabled: series !== undefined,
  }).data;
  const types = (enumerationOf(settings?.enumerations ?? [], 'docType')?.values ?? []).filter(
    ({ retired }) => !retired,
  );
  const save = useCommand(async () => {
    const taken = await api.numbers.take({
      series: series?.id ?? '',
      year,
      title: title.trim(),
      ...(n === undefined ? {} : { number: n }),
      ...(docType ? { docType } : {}),
      ...(signer.trim() ? { signer: signer.trim() } : {}),
    });
    message.success(`已取号 ${taken.number}，登记在发文登记簿里。可按 Ctrl+Z 撤销。`);
    onClose();
  });
  const ready = series !== undefined && title.trim() !== '';
  const submit = () => {
    if (ready) void save.run(undefined);
  };
  const number = n === undefined ? next?.number : next?.number.replace(/\d+(?=\D*$)/u, String(n));
  return (
    <Modal open centered width={560} title={n === undefined ? '取号' : '补登漏号'} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="register-form" onKeyDown={onKeys({ submit })}>
        <label htmlFor="take-series">系列</label>
        <Select
          id="take-series"
          aria-label="系列"
          value={series?.id ?? null}
          disabled={n !== undefined}
          popupMatchSelectWidth={false}
          options={list.filter(({ retired }) => !retired).map(({ id, label }) => ({ value: id, label }))}
          onChange={(value: string) => {
            setSeries(value);
            setDocType(undefined);
          }}
        />
        <span className="quiet">文号</span>
        <strong className="register-next">{number ?? '…'}</strong>
        <label htmlFor="take-title">标题</label>
        <Input.TextArea
          id="take-title"
          autoFocus
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={200}
          placeholder="例如：关于召开十届十一次常委会会议的通知"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <label htmlFor="take-type">文种</label>
        <Select
          id="take-type"
          aria-label="文种"
          showSearch
          value={docType ?? series?.docType ?? null}
          options={types.map(({ value }) => ({ value, label: value }))}
          onChange={(value: string) => setDocType(value)}
        />
        <label htmlFor="take-signer">签发人</label>
        <Input id="take-signer" maxLength={40} value={signer} onChange={(event) => setSigner(event.target.value)} />
      </div>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <div className="dialog-verbs">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" disabled={!ready} loading={save.saving} title="Ctrl+Enter" onClick={submit}>
          {n === undefined ? '取号并登记' : '补登'}
        </Button>
      </div>
    </Modal>
  );
}
