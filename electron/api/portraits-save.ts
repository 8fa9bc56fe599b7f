import { AntouError } from '../../shared/api/errors.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const saveTable = os.portraits.saveTable.handler(async ({ input, context: { desk } }) => {
  // The writer of spreadsheets is large and most starts never need it.
  const { writeChartBook } = await import('../exporting/sheet/index.ts');
  const day = formatOfficialDate(desk.today);
  const bytes = await writeChartBook({ ...input, note: [input.note, `${day}导出`].filter(Boolean).join('　') });
  const name = safeFileName(`${input.title}（${day}）`, '图表', 'xlsx');
  const made = { name, bytes, type: XLSX, extension: 'xlsx', dialog: '导出 Excel', out: input.out } as const;
  return { ...(await handOut(desk, made)), name, size: bytes.byteLength };
});

/** A picture of a chart at twice the size of a screen has well under a megabyte. */
const LARGEST_PICTURE = 20 * 1024 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const savePicture = os.portraits.savePicture.handler(async ({ input, context: { desk } }) => {
  if (input.file.size > LARGEST_PICTURE) throw new AntouError('invalid', '图片超过 20 MB，没有保存。');
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  if (!PNG.every((byte, index) => bytes[index] === byte)) {
    throw new AntouError('invalid', '这不是 PNG 图片，没有保存。请在图表上点“存为图片”。');
  }
  const name = safeFileName(`${input.title}（${formatOfficialDate(desk.today)}）`, '图表', 'png');
  const made = { name, bytes, type: 'image/png', extension: 'png', dialog: '存为图片', out: input.out } as const;
  return { ...(await handOut(desk, made)), name, size: bytes.byteLength };
});
