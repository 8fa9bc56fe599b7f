import { App, Button, Checkbox, Modal, Progress, Radio, Space } from 'antd';
import { useState } from 'react';
import { measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useExport } from '../../app/use-export.ts';
import type { Progress as Step } from '../../app/use-job.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Ordering } from './use-list.ts';

interface ExportDialogProps {
  readonly kind: RecordKind;
  readonly ordering: Ordering;
  readonly fields: readonly string[];
  readonly total: number;
  readonly ticked: readonly string[];
  readonly title: string;
  readonly onClose: () => void;
}

/** 导出Excel: what, and how much of it may leave the house. */
export function ExportDialog({ kind, ordering, fields, total, ticked, title, onClose }: ExportDialogProps) {
  const { notification } = App.useApp();
  const [part, setPart] = useState<'all' | 'ticked'>(ticked.length > 0 ? 'ticked' : 'all');
  const [withoutPersonal, setWithoutPersonal] = useState(false);
  const [forUpdate, setForUpdate] = useState(false);
  const { job, run } = useExport();
  const { running } = job;
  const personal = Object.values(kind.fields).some((field) => field.personal);

  const make = async () => {
    const wish = {
      ...ordering,
      columns: [...fields],
      title,
      ...(part === 'ticked' ? { ids: [...ticked] } : {}),
      ...(withoutPersonal ? { withoutPersonal } : {}),
      ...(forUpdate ? { forUpdate } : {}),
    };
    const made = await run(wish).catch((error: unknown) => {
      notification.error({ title: explain(error).message });
      return undefined;
    });
    if (!made) return;
    onClose();
    const { handle } = made;
    const show = (folder: boolean) => {
      if (handle)
        api.files
          .show({ handle, folder })
          .catch((error: unknown) => notification.error({ title: explain(error).message }));
    };
    notification.success({
      key: 'export',
      placement: 'bottomRight',
      title: `已导出 ${made.rows} ${measured(kind)}`,
      description: made.path ?? `${made.name}，已存到浏览器的下载文件夹`,
      ...(handle
        ? {
            actions: (
              <Space>
                <Button size="small" onClick={() => show(false)}>
                  打开文件
                </Button>
                <Button size="small" onClick={() => show(true)}>
                  打开文件夹
                </Button>
              </Space>
            ),
          }
        : {}),
    });
  };

  return (
    <Modal
      open
      title="导出Excel"
      okText="导出"
      cancelText={running ? '停止' : '取消'}
      okButtonProps={{ loading: running, autoFocus: true }}
      maskClosable={!running}
      onOk={() => void make()}
      onCancel={running ? job.cancel : onClose}
    >
      <RefusalNote refusal={job.refusal} />
      {job.refusal?.code === 'cancelled' && <p role="status">{job.refusal.message}</p>}
      <div className="export-form" inert={running}>
        <Radio.Group
          value={part}
          aria-label="导出哪些"
          onChange={(event) => setPart(event.target.value as 'all' | 'ticked')}
          options={[
            { value: 'all', label: `列表里的全部 ${total} ${kind.unit}` },
            { value: 'ticked', label: `选中的 ${ticked.length} ${kind.unit}`, disabled: ticked.length === 0 },
          ]}
        />
        {personal && (
          <Checkbox checked={withoutPersonal} onChange={(event) => setWithoutPersonal(event.target.checked)}>
            不含手机号等个人信息
          </Checkbox>
        )}
        <Checkbox checked={forUpdate} onChange={(event) => setForUpdate(event.target.checked)}>
          可改后再导入
        </Checkbox>
        <p className="quiet small">
          {forUpdate
            ? '带上全部可以填写的栏目和隐藏的编号。在 WPS 里改好存盘，再从“导入”读回来，只更新改过的格子。'
            : '按列表现在的栏目、次序和条件导出。'}
        </p>
      </div>
      {running && <Underway progress={job.progress} />}
    </Modal>
  );
}

function Underway({ progress }: { readonly progress: Step | undefined }) {
  const { done = 0, total = 0, label = '正在准备' } = progress ?? {};
  return (
    <div className="export-progress">
      <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} status="active" aria-label={label} />
      <p className="quiet small" role="status">
        {label}……
      </p>
    </div>
  );
}
