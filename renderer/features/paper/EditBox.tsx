import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { edit } from '../../../shared/documents/edit.ts';
import type { DocumentModel, ParagraphRole } from '../../../shared/documents/model.ts';
import { onKeys } from '../../ui/keys.ts';
import { textAt, withText } from './parts.ts';
import type { Target } from './target.ts';

const ROLES: readonly { value: ParagraphRole; label: string }[] = [
  { value: 'body', label: '正文' },
  { value: 'title', label: '标题' },
  { value: 'articleTitle', label: '文章题目' },
  { value: 'heading1', label: '一、' },
  { value: 'heading2', label: '（一）' },
  { value: 'heading3', label: '1.' },
  { value: 'heading4', label: '（1）' },
  { value: 'quote', label: '引文' },
  { value: 'byline', label: '作者' },
  { value: 'editorNote', label: '编者按' },
];

interface EditBoxProps {
  readonly model: DocumentModel;
  readonly target: Target;
  readonly scale: number;
  readonly desk: React.RefObject<HTMLDivElement | null>;
  readonly onChange: (next: DocumentModel) => void;
  readonly onClose: () => void;
  readonly onGo: (target: Target) => void;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fontSize: string;
  readonly lineHeight: string;
  readonly fontFamily: string;
}

const MIN_WIDTH = 150;

/** The words of one place, typed over where they stand. Leaving the box takes them over; Esc leaves them as they were. */
export function EditBox({ model, target, scale, desk, onChange, onClose, onGo }: EditBoxProps) {
  const { message } = App.useApp();
  const before = textAt(model, target);
  const [text, setText] = useState(before ?? '');
  const [place, setPlace] = useState<Place>();
  const area = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines stand elsewhere after every change of size
  useLayoutEffect(() => setPlace(measure(desk.current, target)), [desk, target, scale]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: grows with what is typed
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text, place]);
  // The words a finding is about stand marked, to be typed over or left with Esc.
  useLayoutEffect(() => {
    if (place && target.range) area.current?.setSelectionRange(...target.range);
  }, [place, target.range]);
  if (before === undefined || !place) return null;

  const apply = (act: () => DocumentModel): boolean => {
    try {
      onChange(act());
      return true;
    } catch (error) {
      message.warning(error instanceof Error ? error.message : '没有改成。');
      return false;
    }
  };
  const take = () => {
    if (over.current) return;
    over.current = true;
    if (text !== before && !apply(() => withText(model, target, text))) {
      over.current = false;
      return;
    }
    onClose();
  };
  const drop = () => {
    over.current = true;
    onClose();
  };
  const block = target.part === undefined && target.row === undefined ? target.block : undefined;
  const paragraph = block === undefined ? undefined : model.blocks[block];
  /** Structure changes take the typed words along. */
  const restructure = (act: (base: DocumentModel) => DocumentModel, go?: Target) => {
    over.current = true;
    apply(() => act(text === before ? model : withText(model, target, text)));
    if (go) onGo(go);
    else onClose();
  };
  return (
    <div className="edit-box" style={{ left: place.left, top: place.top, width: Math.max(place.width, MIN_WIDTH) }}>
      {block !== undefined && paragraph?.type === 'paragraph' && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the caret in the box while a button is pressed
        <div className="edit-tools" onMouseDown={(event) => event.preventDefault()}>
          <Select
            size="small"
            aria-label="这一段是"
            value={paragraph.role}
            options={
              ROLES.some(({ value }) => value === paragraph.role)
                ? [...ROLES]
                : [{ value: paragraph.role, label: '固定格式' }, ...ROLES]
            }
            popupMatchSelectWidth={false}
            onChange={(role) => restructure((base) => edit(base, { type: 'setRole', block, role }))}
          />
          <Button
            size="small"
            aria-label="上移一段"
            title="上移一段"
            icon={<ArrowUpOutlined />}
            disabled={block === 0}
            onClick={() => restructure((base) => edit(base, { type: 'move', block, to: block - 1 }))}
          />
          <Button
            size="small"
            aria-label="下移一段"
            title="下移一段"
            icon={<ArrowDownOutlined />}
            disabled={block >= model.blocks.length - 1}
            onClick={() => restructure((base) => edit(base, { type: 'move', block, to: block + 1 }))}
          />
          <Button
            size="small"
            aria-label="下面加一段"
            title="下面加一段"
            icon={<PlusOutlined />}
            onClick={() =>
              restructure(
                (base) =>
                  edit(base, {
                    type: 'insert',
                    at: block + 1,
                    content: { type: 'paragraph', role: 'body', runs: [{ text: '新的一段' }] },
                  }),
                { block: block + 1 },
              )
            }
          />
          <Button
            size="small"
            danger
            aria-label="删去这一段"
            title="删去这一段"
            icon={<DeleteOutlined />}
            onClick={() => restructure((base) => edit(base, { type: 'remove', block }))}
          />
        </div>
      )}
      <textarea
        ref={area}
        // biome-ignore lint/a11y/noAutofocus: the clerk pressed this line to type in it
        autoFocus
        className="edit-area"
        aria-label="改这一处的文字"
        spellCheck={false}
        value={text}
        style={{
          fontSize: place.fontSize,
          lineHeight: place.lineHeight,
          fontFamily: place.fontFamily,
          minHeight: place.height + 2,
        }}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={onKeys({ escape: drop, save: take })}
      />
    </div>
  );
}

/** The box around the lines of the place, on the sheet where it begins. */
function measure(desk: HTMLElement | null, { block, part, row, cell }: Target): Place | undefined {
  const sheets = desk?.querySelector('.paper-sheets');
  if (!sheets) return undefined;
  const where =
    part !== undefined
      ? `[data-part="${part}"]`
      : row !== undefined
        ? `.sheet-cell[data-block="${block}"][data-row="${row}"][data-cell="${cell}"]`
        : `[data-block="${block}"]`;
  const all = [...sheets.querySelectorAll<HTMLElement>(where)];
  const sheet = all[0]?.closest('.sheet');
  const lines = all.filter((line) => line.closest('.sheet') === sheet);
  const firstLine = lines[0];
  if (!firstLine) return undefined;
  const origin = sheets.getBoundingClientRect();
  const boxes = lines.map((line) => line.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const style = getComputedStyle(firstLine);
  return {
    left: left - origin.left,
    top: top - origin.top,
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
    fontSize: style.fontSize,
    lineHeight: row === undefined ? `${boxes[0]?.height ?? 0}px` : '1.4',
    fontFamily: style.fontFamily,
  };
}
