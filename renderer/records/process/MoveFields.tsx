import { useMemo } from 'react';
import type { Field } from '../../../shared/records/field.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { FormField } from '../form/FormGroups.tsx';
import { RowsInput } from '../form/RowsInput.tsx';
import type { Asked, MoveDraft } from './move-form.ts';
import { RowBlocks } from './RowBlocks.tsx';

const ON: Field = { type: 'date', label: '办理日期', required: true };
const NOTE: Field = { type: 'longText', label: '说明', help: '记入办理经过，可以不填。' };

interface MoveFieldsProps {
  readonly asked: readonly Asked[];
  readonly draft: MoveDraft;
  readonly reason: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly titles: Titles;
  readonly record: StoredRecord | undefined;
  readonly onChange: (next: (before: MoveDraft) => MoveDraft) => void;
  readonly onFixed: (path: string) => void;
}

/** Columns of a table that can be seen at once in the dialog. */
const MOST_IN_TABLE = 5;
const nothing = () => undefined;

/** The fields a move asks for, then the day and the remark. */
export function MoveFields({ asked, draft, reason, problems, titles, record, onChange, onFixed }: MoveFieldsProps) {
  const note = useMemo<Field>(
    () => (reason === undefined ? NOTE : { ...NOTE, required: true, help: `请写明${reason}。` }),
    [reason],
  );
  const common = { problems, titles, record, warning: undefined, onLeave: nothing };
  const setCell = (name: string, column: string, value: unknown) => {
    onChange((before) => ({
      ...before,
      rows: { ...before.rows, [name]: [{ ...before.rows[name]?.[0], [column]: value }] },
    }));
    onFixed(`${name}.0.${column}`);
  };
  return (
    <div className="form-fields">
      {asked.map((item) => {
        if (item.type === 'rows' && Object.keys(item.field.row ?? {}).length > MOST_IN_TABLE) {
          return (
            <div key={item.name} className="form-field" data-wide data-table>
              <RowBlocks
                name={item.name}
                field={item.field}
                rows={draft.rows[item.name] ?? []}
                problems={problems}
                titles={titles}
                record={record}
                onChange={(next) => {
                  onChange((before) => ({
                    ...before,
                    rows: { ...before.rows, [item.name]: next(before.rows[item.name] ?? []) },
                  }));
                }}
                onFixed={onFixed}
              />
              {problems[item.name] && <p className="field-problem small">{problems[item.name]}</p>}
            </div>
          );
        }
        if (item.type === 'rows') {
          return (
            <div key={item.name} className="form-field" data-wide data-table>
              <span className="move-table-name">{item.field.label}</span>
              <RowsInput
                name={item.name}
                field={item.field}
                value={draft.rows[item.name]}
                problems={problems}
                titles={titles}
                onChange={(rows) => {
                  onChange((before) => ({ ...before, rows: { ...before.rows, [item.name]: rows } }));
                  onFixed(item.name);
                }}
              />
              {problems[item.name] && <p className="field-problem small">{problems[item.name]}</p>}
            </div>
          );
        }
        if (item.type === 'row') {
          return item.columns.map(([column, field]) => (
            <FormField
              {...common}
              key={`${item.name}.${column}`}
              name={`${item.name}.0.${column}`}
              field={field}
              value={draft.rows[item.name]?.[0]?.[column]}
              problem={problems[`${item.name}.0.${column}`] ?? problems[item.name]}
              onChange={(_path, value) => setCell(item.name, column, value)}
            />
          ));
        }
        return (
          <FormField
            {...common}
            key={item.name}
            name={item.name}
            field={item.field}
            value={draft.values[item.name]}
            problem={problems[item.name]}
            onChange={(name, value) => {
              onChange((before) => ({ ...before, values: { ...before.values, [name]: value } }));
              onFixed(name);
            }}
          />
        );
      })}
      <FormField
        {...common}
        name="on"
        field={ON}
        value={draft.on}
        problem={problems.on}
        onChange={(_name, value) => {
          onChange((before) => ({ ...before, on: typeof value === 'string' ? value : '' }));
          onFixed('on');
        }}
      />
      <FormField
        {...common}
        name="note"
        field={note}
        value={draft.note}
        problem={problems.note}
        onChange={(_name, value) => {
          onChange((before) => ({ ...before, note: typeof value === 'string' ? value : '' }));
          onFixed('note');
        }}
      />
    </div>
  );
}
