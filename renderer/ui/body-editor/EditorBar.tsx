import {
  BoldOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { App, Button, Dropdown, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { isComposing } from '../keys.ts';

const STYLES = [
  { value: 'paragraph', label: '正文' },
  { value: 'heading1', label: '一级标题' },
  { value: 'heading2', label: '二级标题' },
  { value: 'heading3', label: '三级标题' },
  { value: 'heading4', label: '四级标题' },
  { value: 'quote', label: '引文' },
  { value: 'verse', label: '诗行' },
  { value: 'byline', label: '署名' },
];

function styleOf(editor: Editor): string {
  for (const level of [1, 2, 3, 4]) if (editor.isActive('heading', { level })) return `heading${level}`;
  for (const role of ['quote', 'verse', 'byline']) if (editor.isActive('paragraph', { role })) return role;
  return 'paragraph';
}

function setStyle(editor: Editor, style: string): void {
  const level = /^heading([1-4])$/.exec(style)?.[1];
  const chain = editor.chain().focus();
  if (level) chain.setHeading({ level: Number(level) as 1 | 2 | 3 | 4 }).run();
  else
    chain
      .setParagraph()
      .updateAttributes('paragraph', { role: style === 'paragraph' ? null : style })
      .run();
}

interface EditorBarProps {
  readonly editor: Editor;
  readonly choosePicture?: () => Promise<{ sha256: string; name: string } | undefined>;
}

/** Words and signs a Word user knows, in the order Word has them. */
export function EditorBar({ editor, choosePicture }: EditorBarProps) {
  const { message } = App.useApp();
  const [note, setNote] = useState<string>();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      style: styleOf(current),
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
      bulletList: current.isActive('bulletList'),
      orderedList: current.isActive('orderedList'),
      inTable: current.isActive('table'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  const toggle = (label: string, icon: React.ReactNode, active: boolean, run: () => void, disabled = false) => (
    <Button
      type={active ? 'default' : 'text'}
      size="small"
      aria-label={label}
      aria-pressed={active}
      title={label}
      icon={icon}
      disabled={disabled}
      // Keeps the caret where it is: a button that takes the focus would lose the selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    />
  );
  const chain = () => editor.chain().focus();
  const insertPicture = async () => {
    const picture = await choosePicture?.();
    if (picture) chain().insertContent({ type: 'figure', attrs: picture }).run();
  };
  const insertNote = () => {
    const text = note?.trim();
    setNote(undefined);
    if (text) chain().insertContent({ type: 'note', attrs: { text } }).run();
    else message.info('注释没有内容，没有插入。');
  };
  return (
    <div className="body-bar" role="toolbar" aria-label="文字工具">
      <Space size={4} wrap>
        {toggle('撤销键入', <UndoOutlined />, false, () => chain().undo().run(), !state.canUndo)}
        {toggle('重做键入', <RedoOutlined />, false, () => chain().redo().run(), !state.canRedo)}
        <Select
          size="small"
          aria-label="段落样式"
          className="body-style"
          value={state.style}
          options={STYLES}
          onChange={(style) => setStyle(editor, style)}
        />
        {toggle('加粗', <BoldOutlined />, state.bold, () => chain().toggleBold().run())}
        {toggle('倾斜', <ItalicOutlined />, state.italic, () => chain().toggleItalic().run())}
        {toggle('下划线', <UnderlineOutlined />, state.underline, () => chain().toggleUnderline().run())}
        {toggle('项目符号', <UnorderedListOutlined />, state.bulletList, () => chain().toggleBulletList().run())}
        {toggle('编号', <OrderedListOutlined />, state.orderedList, () => chain().toggleOrderedList().run())}
        <TableMenu editor={editor} inTable={state.inTable} />
        <Button size="small" type="text" onMouseDown={(event) => event.preventDefault()} onClick={() => setNote('')}>
          脚注
        </Button>
        {choosePicture && toggle('插入图片', <PictureOutlined />, false, () => void insertPicture())}
      </Space>
      <Modal
        title="插入脚注"
        open={note !== undefined}
        okText="插入"
        cancelText="取消"
        onOk={insertNote}
        onCancel={() => setNote(undefined)}
        destroyOnHidden
      >
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          aria-label="脚注内容"
          value={note ?? ''}
          onChange={(event) => setNote(event.target.value)}
          onPressEnter={(event) => {
            if (isComposing(event.nativeEvent) || event.shiftKey) return;
            event.preventDefault();
            insertNote();
          }}
        />
      </Modal>
    </div>
  );
}

function TableMenu({ editor, inTable }: { editor: Editor; inTable: boolean }) {
  const chain = () => editor.chain().focus();
  const items = inTable
    ? [
        { key: 'rowAfter', label: '下面插入一行', onClick: () => void chain().addRowAfter().run() },
        { key: 'rowBefore', label: '上面插入一行', onClick: () => void chain().addRowBefore().run() },
        { key: 'colAfter', label: '右边插入一列', onClick: () => void chain().addColumnAfter().run() },
        { key: 'colBefore', label: '左边插入一列', onClick: () => void chain().addColumnBefore().run() },
        { key: 'head', label: '首行作为表头', onClick: () => void chain().toggleHeaderRow().run() },
        { key: 'merge', label: '合并或拆分单元格', onClick: () => void chain().mergeOrSplit().run() },
        { key: 'deleteRow', label: '删除本行', onClick: () => void chain().deleteRow().run() },
        { key: 'deleteCol', label: '删除本列', onClick: () => void chain().deleteColumn().run() },
        { key: 'deleteTable', label: '删除表格', danger: true, onClick: () => void chain().deleteTable().run() },
      ]
    : [
        {
          key: 'insert',
          label: '插入表格（3 行 3 列）',
          onClick: () => void chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        },
      ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="small" type="text" aria-label="表格" title="表格" icon={<TableOutlined />} />
    </Dropdown>
  );
}
