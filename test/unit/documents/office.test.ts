import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Composed, DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { attachmentNames, splitNames } from '../../../shared/documents/definitions/office/official-paper.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { numberOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { officeSamples } from '../../documents/areas/office.ts';
import { settings } from '../../documents/samples.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';

const record = (kind: string, id: string, values: Values): StoredRecord => ({
  kind,
  id,
  values,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
});

const materialOf = (records: readonly StoredRecord[], more: Partial<DocumentMaterial> = {}): DocumentMaterial => ({
  lookup: (kind, id) => records.find((one) => one.kind === kind && one.id === id),
  list: (kind) => records.filter((one) => one.kind === kind),
  settings,
  today: '2024-12-06',
  ...more,
});

const body = (...lines: readonly string[]) => ({
  blocks: lines.map((text) =>
    /^[一二三]、/u.test(text)
      ? { type: 'heading', level: 1, text: [{ text }] }
      : { type: 'paragraph', text: [{ text }] },
  ),
});

function compose(id: string, params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const definition = documentOf(id);
  if (!definition) throw new Error(`没有文书 ${id}`);
  return definition.compose(params, material);
}

const texts = (model: DocumentModel, role: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === role ? [block.runs.map((run) => run.text).join('')] : [],
  );
const tablesOf = (model: DocumentModel): DocumentTable[] =>
  model.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
const cellText = (cell: DocumentTable['rows'][number][number] | undefined): string =>
  (cell?.runs ?? []).map((run) => run.text).join('');
const messages = ({ findings }: Composed, severity?: string): string =>
  findings
    .filter((finding) => !severity || finding.severity === severity)
    .map(({ message }) => message)
    .join('\n');

const PAPER: Values = {
  docType: '请示',
  title: '关于召开十届四次会议的请示',
  issuer: '中共政协示例区委员会党组',
  signer: '李桂兰',
  number: '示政协党[2024]012号',
  mainReceivers: '区委',
  writtenOn: '2024-12-02',
  body: body('拟于2025年1月召开全会。', '妥否，请批示。'),
  attachmentNote: '附件：1.会议议程（草案）\n2.会议日程（草案）；',
};
const paper = (
  values: Values = {},
  params: Readonly<Record<string, unknown>> = {},
  more: Partial<DocumentMaterial> = {},
) =>
  compose(
    'officialPaper',
    { document: 'd', annotation: '联系人：某某', ...params },
    materialOf([record('officialDocument', 'd', { ...PAPER, ...values })], more),
  );

describe('公文', () => {
  test('请示：上行文标注签发人，文号括号改正，附件逐件编号，加盖印章', () => {
    const { model, findings } = paper();
    expect(model.masthead).toMatchObject({
      style: 'official',
      mark: '中共政协示例区委员会党组文件',
      signers: ['李桂兰'],
      number: '示政协党〔2024〕12号',
    });
    expect(texts(model, 'salutation')).toEqual(['区委：']);
    expect(texts(model, 'attachmentNote')).toEqual(['附件：1.会议议程（草案）', '2.会议日程（草案）']);
    expect(texts(model, 'signature')).toEqual(['中共政协示例区委员会党组']);
    expect(texts(model, 'date')).toEqual(['2024年12月2日']);
    expect(texts(model, 'annotation')).toEqual(['（联系人：某某）']);
    expect(model.sealed).toBe(true);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    checkModel(model);
  });

  test('请示没有请求批示的结尾、请示两件事、主送几家、没有签发人，都指出来', () => {
    expect(messages(paper({ body: body('拟召开全会。', '特此报告。') }), 'error')).toContain('妥否，请批示。');
    const two = paper({ body: body('一、请求增加编制', '请批准。', '二、请求拨付经费', '妥否，请批示。') });
    expect(messages(two, 'error')).toContain('一文一事');
    expect(messages(paper({ mainReceivers: '区委、区政府' }), 'warning')).toContain('只写一个主送机关');
    expect(messages(paper({ signer: '' }), 'error')).toContain('签发人');
    expect(messages(paper({}, { annotation: '' }), 'warning')).toContain('附注');
    for (const end of ['妥否，请批示。', '以上请示当否，请批复。', '妥否，请予批准。', '可否，请审批。']) {
      expect(messages(paper({ body: body('拟召开全会。', end) }), 'error'), end).toBe('');
    }
  });

  test('报告夹带请示要指出，不夹带的不说；作废的文号不能印发', () => {
    const report = { docType: '报告', title: '关于全年工作情况的报告' };
    const mixed = paper({ ...report, body: body('现将情况报告如下。', '另，拟增加经费，妥否，请批示。') });
    expect(messages(mixed, 'error')).toContain('报告里不得夹带请示事项');
    const plain = paper({ ...report, body: body('现将情况报告如下。', '特此报告。') });
    expect(messages(plain, 'error')).toBe('');
    expect(plain.model.masthead?.signers).toEqual(['李桂兰']);
    expect(messages(paper({ voidReason: '撤回' }), 'error')).toContain('作废');
  });

  test('联合行文：各机关依次署名，红头并列；平行文不标注签发人', () => {
    const { model } = paper({
      docType: '通知',
      title: '关于联合开展活动的通知',
      issuer: '政协示例区委员会办公室、示例区教育局，示例区文化局',
    });
    const issuers = ['政协示例区委员会办公室', '示例区教育局', '示例区文化局'];
    expect(model.masthead).toMatchObject({ mark: '文件', issuers });
    expect(texts(model, 'signature')).toEqual(issuers);
    expect(model.masthead?.signers).toBeUndefined();
  });

  test('函用信函格式：红头不加“文件”，首页不编页码，版记只有抄送', () => {
    const letter = paper({
      docType: '函',
      title: '关于商请提供情况的函',
      issuer: '中国人民政治协商会议示例区委员会',
      number: '示政协函〔2024〕3号',
      copyReceivers: '区政府办公室',
      copies: 20,
    }).model;
    expect(letter.masthead).toMatchObject({ style: 'letter', mark: '政协示例区委员会' });
    expect(letter.page.firstPageFolio).toBe('none');
    expect(letter.imprint).toEqual({ style: 'official', receivers: [{ label: '抄送', text: '区政府办公室' }] });
    const official = paper({ docType: '函', title: '关于商请提供情况的函' }, { format: '公文格式' }).model;
    expect(official.masthead?.style).toBe('official');
  });

  test('没有文号时用下一个号并提示取号；只写序号按系列补全；没有日期先按今天', () => {
    const next = (series: string, year: number) => (series === 'file' ? `示政协〔${year}〕9号` : undefined);
    const suggested = paper({ number: '', writtenOn: '' }, {}, { nextNumber: next });
    expect(suggested.model.masthead?.number).toBe('示政协〔2024〕9号');
    expect(messages(suggested, 'hint')).toContain('取号');
    expect(messages(suggested, 'warning')).toContain('成文日期');
    expect(paper({}, { number: '15' }, { nextNumber: next }).model.masthead?.number).toBe('示政协〔2024〕15号');
    expect(paper({}, { number: '15' }).model.masthead?.number).toBe('示政协〔2024〕15号');
    expect(messages(paper({ number: '' }), 'warning')).toContain('没有文号');
  });

  test('什么都没填的公文也出得来，缺什么逐项说；选了不存在的说清参数', () => {
    const bare = compose(
      'officialPaper',
      { document: 'd' },
      materialOf([record('officialDocument', 'd', { docType: '通知', title: '通知' })]),
    );
    checkModel(bare.model);
    for (const part of ['还没有正文', '没有填主送', '没有文号']) expect(messages(bare)).toContain(part);
    expect(() => compose('officialPaper', {}, materialOf([]))).toThrow(DocumentError);
    expect(() => compose('officialPaper', { document: '没有' }, materialOf([]))).toThrow(/可能已被删除/);
  });

  test('印发机关：本单位和党组的公文由办公室印发，别的机关的由它自己印发', () => {
    const printed = (values: Values) => paper(values).model.imprint?.issuer;
    expect(printed({})).toBe(settings.issuer);
    expect(printed({ issuer: '中国人民政治协商会议示例区委员会' })).toBe(settings.issuer);
    expect(printed({ issuer: '望河街道政协工委' })).toBe('望河街道政协工委');
    expect(printed({ issuer: '望河街道政协工委', printedBy: '望河街道办事处' })).toBe('望河街道办事处');
  });

  test('附件说明和机关名称怎样写都拆得开', () => {
    expect(attachmentNames('1.甲 2.乙')).toEqual(['甲', '乙']);
    expect(attachmentNames('附件：名单')).toEqual(['名单']);
    expect(attachmentNames('')).toEqual([]);
    expect(splitNames('甲、乙，丙\n丁')).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('归档文件目录', () => {
  let made: Made;
  let material: DocumentMaterial;
  beforeAll(async () => {
    made = await makeSample(new Date('2024-12-06T01:30:00Z'));
    const { library } = made;
    material = {
      lookup: (kind, id) => library.get(kind, id),
      list: (kind) => library.list(kind),
      settings,
      today: '2024-12-06',
    };
  });
  afterAll(() => made.remove());

  test('件数等于台账里当年归档的文件，一件一号，题名、日期、文号与台账一致', () => {
    const { model } = compose('archiveCatalogue', { year: 2024 }, material);
    const [table] = tablesOf(model);
    const rows = (table?.rows ?? []).slice(1).filter((row) => row.length > 1);
    const of = (kind: string, fits: (values: Values) => boolean) =>
      material.list(kind).filter(({ values }) => fits(values));
    const papers = of('officialDocument', (values) => textOf(values, 'writtenOn').startsWith('2024'));
    const registered = new Set(papers.map(({ values }) => textOf(values, 'number')));
    const events = of(
      'event',
      (values) =>
        !!values.minutesNumber &&
        textOf(values, 'start').startsWith('2024') &&
        !registered.has(textOf(values, 'minutesNumber')),
    );
    const regulations = of('regulation', (values) => textOf(values, 'passedOn').startsWith('2024'));
    const bulletins = of('bulletin', (values) => numberOf(values, 'year') === 2024);
    expect(rows).toHaveLength(events.length + papers.length + regulations.length + bulletins.length);
    expect(events.length * papers.length * regulations.length * bulletins.length).toBeGreaterThan(0);
    expect(rows.map((row) => cellText(row[0]))).toEqual(rows.map((_, index) => String(index + 1)));
    const numbers = rows.map((row) => cellText(row[2]));
    for (const { values } of [...events, ...papers, ...regulations]) {
      expect(numbers).toContain(textOf(values, 'minutesNumber') || textOf(values, 'number'));
    }
    const days = rows.map((row) => cellText(row[4])).filter(Boolean);
    expect(days.every((day) => /^2024\d{4}$/u.test(day))).toBe(true);
    checkModel(model);
  });

  test('分组的件数等于组里的行数；只要一类时只有那一类', () => {
    const whole = compose('archiveCatalogue', { year: 2024 }, material).model;
    const [table] = tablesOf(whole);
    let head = 0;
    let seen = 0;
    for (const row of (table?.rows ?? []).slice(1)) {
      if (row.length === 1) {
        expect(seen).toBe(head);
        head = Number(/（(\d+)件）/u.exec(cellText(row[0]))?.[1]);
        seen = 0;
      } else seen += 1;
    }
    expect(seen).toBe(head);
    const minutes = compose('archiveCatalogue', { year: 2024, part: '会议纪要', retention: '永久' }, material).model;
    expect(texts(minutes, 'tableNote')[0]).toContain('保管期限：永久');
    expect(
      tablesOf(minutes)[0]
        ?.rows.slice(1)
        .every((row) => row.length === 7),
    ).toBe(true);
  });

  test('登记簿里登记过的纪要不列两件；拟稿和作废的不归档', () => {
    const event = record('event', 'e', {
      title: '主席会议',
      start: '2024-02-26T09:00',
      minutesNumber: '示政协纪〔2024〕1号',
    });
    const entry = {
      docType: '会议纪要',
      title: '主席会议纪要',
      number: '示政协纪〔2024〕1号',
      writtenOn: '2024-02-27',
      state: '归档',
      events: ['e'],
    };
    const made2 = compose(
      'archiveCatalogue',
      { year: 2024 },
      materialOf([
        event,
        record('officialDocument', '1', entry),
        record('officialDocument', '2', { title: '草稿', writtenOn: '2024-03-01', state: '拟稿' }),
        record('officialDocument', '3', {
          title: '撤回',
          number: '示政协〔2024〕1号',
          writtenOn: '2024-03-01',
          state: '编号',
          voidReason: '撤回',
        }),
      ]),
    );
    const [table] = tablesOf(made2.model);
    expect(table?.rows.filter((row) => row.length === 7).map((row) => cellText(row[3]))).toEqual([
      '题名',
      '主席会议纪要',
    ]);
  });

  test('空的资料库出一张空目录，说清先登记什么', () => {
    const empty = compose('archiveCatalogue', { year: 2024 }, materialOf([]));
    expect(texts(empty.model, 'body')[0]).toContain('先登记');
    expect(messages(empty, 'warning')).toContain('没有可归档');
    expect(() => compose('archiveCatalogue', { part: '别的' }, materialOf([]))).toThrow(DocumentError);
  });

  test('样例参数都出得来', () => {
    for (const [id, sets] of Object.entries(officeSamples)) {
      for (const [name, params] of Object.entries(sets(material))) {
        const { model } = compose(id, params, material);
        checkModel(model);
        expect(model.blocks.length, `${id} ${name}`).toBeGreaterThan(2);
      }
    }
  });
});
