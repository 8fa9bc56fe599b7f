import { describe, expect, test } from 'vitest';
import { DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import { markOf } from '../../../shared/documents/minutes.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { chineseWhen, documentNumber } from '../../../shared/documents/wording.ts';
import type { Values } from '../../../shared/records/record.ts';
import { composeSample, material, records, SAMPLES } from '../../documents/samples.ts';

const texts = (model: DocumentModel, role: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === role ? [block.runs.map((run) => run.text).join('')] : [],
  );

/** The sample material with the values of one record changed. */
function changed(kind: string, id: string, values: Values): DocumentMaterial {
  const list = records.map((record) =>
    record.kind === kind && record.id === id ? { ...record, values: { ...record.values, ...values } } : record,
  );
  return {
    ...material,
    lookup: (k, i) => list.find((record) => record.kind === k && record.id === i),
    list: (k) => list.filter((record) => record.kind === k),
  };
}

const minutesOf = (params: Readonly<Record<string, unknown>>, from = material) => {
  const definition = documentOf('minutes');
  if (!definition) throw new Error('没有纪要');
  return definition.compose({ event: 'e1', ...params }, from);
};

describe('会议纪要', () => {
  const { model, findings } = composeSample('minutes');

  test('红头、文号、标题、文件名', () => {
    expect(model.masthead).toMatchObject({ mark: '主席会议纪要', number: '示政协纪〔2024〕38号' });
    expect(texts(model, 'title')).toEqual(['示例区政协十届三十八次主席会议纪要']);
    expect(model.fileName).toBe('示例区政协十届三十八次主席会议纪要（2024年2月26日）');
  });

  test('导语写明时间地点主持人和人数', () => {
    expect(texts(model, 'body')[0]).toBe(
      '2024年2月26日上午，示例区政协十届三十八次主席会议在机关三楼会议室召开，主席李桂兰主持会议。会议应出席13人，实到10人，请假2人。现纪要如下：',
    );
  });

  test('议题依次编号，议定事项带责任部门和时限', () => {
    expect(texts(model, 'heading1')).toEqual([
      '一、听取提案办理情况的汇报',
      '二、审议年度协商工作计划（草案）',
      '三、讨论情况',
      '四、议定事项',
    ]);
    expect(texts(model, 'body')).toContain(
      '1.督办逾期提案，逐件约谈承办单位。（责任部门：提案委；协办：区政府督查室；时限：2024年12月31日前）',
    );
  });

  test('出席按职务，请假、列席分列，缺席的不列', () => {
    const [present, leave, guests] = texts(model, 'nameList');
    expect(present).toMatch(/^出席：李桂兰\u3000丁\u3000一\u3000王\u3000喆\u3000赵\u3000赟\u3000/u);
    expect(present).not.toContain('欧阳明远');
    expect(leave).toBe('请假：孙\u3000䶮\u3000周\u3000𬭎');
    expect(guests).toBe('列席：张三丰\u3000何\u3000方');
  });

  test('姓氏笔画可选', () => {
    const [present] = texts(minutesOf({ order: '姓氏笔画' }).model, 'nameList');
    expect(present?.slice(3)).toMatch(/^丁\u3000一\u3000王\u3000喆/u);
  });

  test('提醒：缺批准人、缺时限、已离任、生僻字，带着出处', () => {
    const messages = findings.map(({ message }) => message);
    expect(messages).toContain('周𬭎请假，没有登记批准人。');
    expect(messages).toContain('议定事项第2项没有完成时限。');
    expect(messages).toContain('刘洋已不在任，请核对名单。');
    expect(messages.some((message) => message.includes('喆、赟、堃'))).toBe(true);
    expect(findings.every(({ block }) => block === undefined || model.blocks[block])).toBe(true);
  });

  test('什么都没登记的会议也能出，逐项提醒', () => {
    const { model: bare, findings: found } = minutesOf({ event: 'bare' });
    const messages = found.map(({ message }) => message).join('');
    for (const part of [
      '没有文号',
      '没有登记会议地点',
      '没有登记主持人',
      '没有登记会议类型',
      '没有登记出席情况',
      '只有一段导语',
    ]) {
      expect(messages).toContain(part);
    }
    expect(bare.masthead?.mark).toBe('会议纪要');
    expect(texts(bare, 'body')[0]).toBe('2024年3月1日，示例区政协碰头会召开。现纪要如下：');
  });

  test('正文自带导语时不另写', () => {
    const body = { blocks: [{ type: 'paragraph', text: [{ text: '2月26日，区政协召开主席会议。现纪要如下：' }] }] };
    const { model: own } = minutesOf({}, changed('event', 'e1', { minutes: body }));
    expect(texts(own, 'body').filter((text) => text.includes('现纪要如下'))).toHaveLength(1);
  });

  test('正文带小标题时按正文走，未写到的议题提醒', () => {
    const body = {
      blocks: [
        { type: 'heading', level: 1, text: [{ text: '关于提案' }] },
        { type: 'paragraph', text: [{ text: '略。' }] },
      ],
    };
    const { model: own, findings: found } = minutesOf({}, changed('event', 'e1', { minutes: body }));
    expect(texts(own, 'heading1')).toEqual(['一、关于提案', '二、议定事项']);
    expect(found.some(({ message }) => message.includes('没有出现'))).toBe(true);
  });

  test('会议不在了、没有选，都说清是哪个参数', () => {
    expect(() => minutesOf({ event: '没有' })).toThrow(/可能已被删除/);
    expect(() => minutesOf({ event: '' })).toThrow(DocumentError);
    expect(() => minutesOf({ issueDate: '2月' })).toThrow(/2024-02-26/);
  });

  test('再拟一次得同样的稿', () => {
    expect(JSON.stringify(composeSample('minutes'))).toBe(JSON.stringify(composeSample('minutes')));
  });
});

describe('工作简报', () => {
  const { model, findings } = composeSample('briefing');

  test('报头和报送栏', () => {
    expect(model.masthead).toMatchObject({
      mark: '工作简报',
      number: '第6期（总第38期）',
      issuer: '政协示例区委员会办公室',
      date: '2024年2月28日',
    });
    expect(model.imprint?.receivers.map(({ label }) => label)).toEqual(['报', '送', '发']);
    expect(model.imprint?.remarks).toBe('共印60份');
  });

  test('每条记录一篇，摘编到整句，并说明截了多少', () => {
    expect(texts(model, 'articleTitle')).toEqual([
      '十届三十八次主席会议',
      '东关老井的记忆',
      '关于进一步加强和改进委员联络工作站建设的做法',
    ]);
    for (const text of texts(model, 'body').filter((one) => one.length > 80)) expect(text).toMatch(/[。！？”]$/u);
    expect(findings.some(({ message }) => /《东关老井的记忆》全文\d+字，摘编取了开头\d+字/u.test(message))).toBe(true);
  });

  test('全文不截', () => {
    const full = composeSample('briefing', { extent: '全文' });
    expect(full.findings.some(({ message }) => message.includes('摘编'))).toBe(false);
    expect(JSON.stringify(full.model).length).toBeGreaterThan(JSON.stringify(model).length);
  });

  test('没有期号、没有内容、内容已删都拒绝', () => {
    expect(() => composeSample('briefing', { issue: undefined })).toThrow(/期号/);
    expect(() => composeSample('briefing', { records: [] })).toThrow(/请先选/);
    expect(() => composeSample('briefing', { records: ['e1', '没有'] })).toThrow(/第2项/);
  });
});

describe('委员名册', () => {
  const { model, findings } = composeSample('memberRoster');
  const table = model.blocks.find((block) => block.type === 'table');
  const rows =
    table?.type === 'table'
      ? table.rows.map((row) => row.map((cell) => cell.runs.map((run) => run.text).join('')))
      : [];

  test('按界别次序分组，组内姓氏笔画，离任的不列', () => {
    const groups = rows.filter((row) => row.length === 1).map(([label]) => label);
    expect(groups).toEqual(['工商联（36名）', '科技（38名）', '教育（37名）', '未填界别（1名）']);
    expect(rows.flat()).not.toContain('刘\u3000洋男');
    const first = rows.slice(2, 8).map((row) => row[1]);
    expect(first).toEqual(['马\u3000志', '马芳华', '王\u3000志', '王\u3000喆', '王芳华', '朱建国']);
  });

  test('默认不含个人信息', () => {
    expect(rows.flat().some((text) => /13800000000|1978/.test(text))).toBe(false);
    const all = JSON.stringify(composeSample('memberRoster', { personal: '含出生年月和手机' }).model);
    expect(all).toContain('13800000000');
    expect(all).toContain('1978.05');
  });

  test('提醒同名、没填界别、不知笔顺', () => {
    const messages = findings.map(({ message }) => message).join('');
    for (const part of ['同名的委员：吴建国', '黄丽没有填界别', '䶮、𬭎']) expect(messages).toContain(part);
  });

  test('没有届时说下一步做什么', () => {
    const empty: DocumentMaterial = { ...material, lookup: () => undefined, list: () => [] };
    expect(() => documentOf('memberRoster')?.compose({}, empty)).toThrow(/请先建本届/);
  });
});

test('拟出的稿都合乎契约', () => {
  for (const id of Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]) {
    const { model } = composeSample(id);
    expect(checkModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
  }
});

test('文号、时间的写法', () => {
  expect(documentNumber('示政协纪[2024]038号')).toBe('示政协纪〔2024〕38号');
  expect(documentNumber('示政协纪（2024）第3号')).toBe('示政协纪〔2024〕3号');
  expect(chineseWhen('2024-02-26T14:30', '')).toBe('2024年2月26日下午');
  expect(chineseWhen('2024-02-26T00:00', '2024-02-28T00:00')).toBe('2024年2月26日至28日');
  expect(chineseWhen('2024-02-26', '2024-03-02')).toBe('2024年2月26日至3月2日');
  expect(markOf({ subtype: '座谈会' })).toBe('座谈会纪要');
  expect(markOf({ subtype: '界别协商' })).toBe('界别协商会议纪要');
});
