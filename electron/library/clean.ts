import { AntouError } from '../../shared/api/errors.ts';
import type { Values } from '../../shared/records/record.ts';

/** Kind of the records that hold the library's own settings. */
export const SETTING = 'setting';

const KIND = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const DEPTH = 60;

/** @throws AntouError invalid */
export function checkKind(kind: string): void {
  if (typeof kind !== 'string' || !KIND.test(kind))
    throw new AntouError('invalid', `“${String(kind).slice(0, 40)}”不是记录种类的名称，没有保存。`);
}

/** @throws AntouError invalid */
export function checkId(id: string): void {
  if (typeof id !== 'string' || id === '' || id.length > 200 || /[\u0000-\u001f\u007f]/.test(id))
    throw new AntouError('invalid', '记录的编号为空、过长或含有控制字符，没有保存。');
}

/**
 * A copy of the values that is plain JSON and shares nothing with the caller's object. Blanks ('', null, [], undefined)
 * are left out at the first level. Only the shape is checked here; whether a value is right is known to its kind.
 * @throws AntouError invalid
 */
export function cleanValues(kind: string, values: Values): Values {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw refuse('values');
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (kind !== SETTING && (value === null || value === '' || (Array.isArray(value) && value.length === 0))) continue;
    set(clean, key, copy(value, key, 1));
  }
  return clean;
}

function copy(value: unknown, path: string, depth: number): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse(path);
    return value;
  }
  if (typeof value !== 'object' || depth > DEPTH) throw refuse(path);
  if (Array.isArray(value)) return value.map((item, index) => copy(item, `${path}.${index}`, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse(path);
  const clean: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    if (inner !== undefined) set(clean, key, copy(inner, `${path}.${key}`, depth + 1));
  return clean;
}

/** Plain assignment of a key named __proto__ would change the object's prototype instead of storing it. */
function set(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function refuse(path: string): AntouError {
  return new AntouError('invalid', '有一项内容不是可以保存的文字、数字或列表，没有保存。', {
    [path]: '不能保存这样的内容',
  });
}
