import { contributor } from './contributor.ts';
import { pointingAt } from './counting.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { joined, numberOf, rowsOf, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/** Sharp enough to print. */
const PRINT_DPI = 300;

const fields: Readonly<Record<string, Field>> = {
  number: { type: 'text', label: '编号', expected: true, aliases: ['图片编号', '照片编号', '底片号'], width: 120 },
  image: { type: 'files', label: '图片', width: 140 },
  takenOn: {
    type: 'text',
    label: '拍摄时间',
    expected: true,
    help: '不确切的照原样写，例如“1958年秋”',
    aliases: ['时间', '拍摄日期'],
    width: 120,
  },
  place: { type: 'text', label: '拍摄地点', expected: true, aliases: ['地点'], width: 160 },
  happening: { type: 'text', label: '事件', expected: true, aliases: ['内容', '事由'], width: 260 },
  people: {
    type: 'rows',
    label: '主要人物',
    row: {
      name: { type: 'text', label: '姓名', required: true, format: 'name', width: 110 },
      duty: { type: 'text', label: '时任职务', width: 180 },
      position: { type: 'text', label: '位置', help: '例如“前排左三”', width: 140 },
    },
  },
  photographer: { type: 'text', label: '拍摄者', format: 'name', aliases: ['摄影', '拍摄人'], width: 100 },
  provider: { type: 'reference', label: '提供者', target: 'contributor', aliases: ['提供人'], width: 110 },
  caption: { type: 'text', label: '图注', aliases: ['说明', '图片说明'], width: 320 },
  rights: { type: 'text', label: '来源与权属', aliases: ['权属', '来源'], width: 180 },
  original: { type: 'choice', label: '原件处置', enumeration: 'originalHandling', width: 110 },
  dpi: { type: 'integer', label: '清晰度', min: 1, max: 100_000, unit: 'dpi', help: '付印要300dpi以上', width: 90 },
  retouched: { type: 'files', label: '修图版本', width: 140 },
  submissions: {
    type: 'references',
    label: '配在来稿',
    readOnly: true,
    computed: true,
    target: 'submission',
    width: 180,
  },
  state: { type: 'choice', label: '状态', required: true, initial: '待标注', enumeration: 'photoState', width: 90 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};

/** 图片: 时间、地点、事件、主要人物、拍摄（提供）者 must be known before it can be printed (W-35). */
export const photo: RecordKind = {
  id: 'photo',
  label: '图片',
  unit: '张',
  group: '文史',
  purpose: '文史照片。每张写明时间、地点、事件、人物和拍摄者，缺哪项这里看得见。',
  fields,
  title: (values) =>
    joined(textOf(values, 'number'), textOf(values, 'happening') || textOf(values, 'caption')) || '未编号的图片',
  subtitle: (values, lookup) =>
    joined(
      textOf(values, 'takenOn'),
      textOf(values, 'place'),
      textOf(values, 'photographer') || targetTitle(contributor, values.provider, lookup),
    ),
  list: {
    columns: ['number', 'happening', 'takenOn', 'place', 'photographer', 'provider', 'dpi', 'state'],
    filters: ['state', 'provider', 'photographer', 'place', 'original', 'dpi'],
    sort: [['number', 'asc']],
  },
  form: [
    { label: '图片', fields: ['number', 'image', 'caption', 'state'] },
    { label: '要素', fields: ['takenOn', 'place', 'happening', 'people', 'photographer', 'provider'] },
    { label: '权属与制作', fields: ['rights', 'original', 'dpi', 'retouched'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['people.name', 'photographer', 'provider'] },
  unique: [['number']],
  alike: [['happening', 'takenOn', 'place']],
  warn: warnPhoto,
  computed: ({ id }, { list }) => {
    const used = list ? pointingAt(list('submission'), 'photos', id).map((record) => record.id) : [];
    return { submissions: used.length > 0 ? used : undefined };
  },
  migrations: [],
};

function warnPhoto(values: Values): Problems {
  const warnings: Record<string, string> = {};
  if (!values.image) warnings.image = '还没有图片文件';
  if (rowsOf(values, 'people').length === 0) warnings.people = '还没有写主要人物；没有人物的在备注里说明';
  if (!values.photographer && !values.provider) warnings.photographer = '拍摄者、提供者至少写明一个';
  const dpi = numberOf(values, 'dpi');
  if (dpi !== undefined && dpi < PRINT_DPI) warnings.dpi = `清晰度只有${dpi}dpi，付印要${PRINT_DPI}dpi以上`;
  return warnings;
}
