import { z } from 'zod';
import type { StoredRecord } from '../../records/record.ts';

/** A file crossing the contract. Both doors carry Blob and File as they are; shared code knows only this much of them. */
export interface BinaryFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export const binaryFile = z.custom<BinaryFile>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value,
  '请选择一个文件',
);

const text = (label: string, max = 1000) =>
  z.string({ error: `请填写${label}` }).max(max, { error: `${label}太长（不超过${max}字）` });

export const kindId = text('记录种类', 64);
export const recordId = text('记录编号', 128);
export const values = z.record(z.string(), z.unknown(), { error: '内容应是栏目与值的对应' });

/** Records are checked when they are saved; going out they are passed through as they are. */
export const storedRecord = z.custom<StoredRecord>();

/** Title and subtitle of a record another one refers to, under the key `kind/id`. */
export const titles = z.record(z.string(), z.object({ title: z.string(), subtitle: z.string().optional() }));

export const progress = z.object({ done: z.number(), total: z.number(), label: z.string() });

/** A file the office process already knows: chosen in a dialog or uploaded. Paths only from the command line. */
export const fileRef = z.union([z.object({ handle: z.string() }), z.object({ path: z.string() })]);
export const fileHandle = z.object({ handle: z.string(), name: z.string(), size: z.number() });
