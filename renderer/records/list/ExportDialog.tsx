import { App, Button, Checkbox, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
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
  const making = useCommand(api.sheets.export);
  const personal = Object.values(kind.fields).some((field) => field.personal);

  const make = async () => {
    const made = await making.run({
      ...ordering,
      columns: [...fields],
      title,
      ...(part === 'ticked' ? { ids: [...ticked] } : {}),
      ...(withoutPersonal ? { withoutPersonal } : {}),
      ...(forUpdate ? { forUpdate } : {}),
    });
    if (!made?.saved) return;
    if (made.file) await deliver(made.file);
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
      title: `已导出 ${made.rows} ${kind.unit}${kind.label}`,
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
      cancelText="取消"
      okButtonProps={{ loading: making.saving, autoFocus: true }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <RefusalNote refusal={making.refusal} onClose={making.reset} />
      <div className="export-form">
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
    </Modal>
  );
}
