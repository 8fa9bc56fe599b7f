import { describe, expect, it } from 'vitest';
import { DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { membersDocuments } from '../../../shared/documents/definitions/members/index.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { setPages } from '../../../shared/documents/paginate.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import { attendanceOf, countDeeds, memberRecord } from '../../../shared/figures/member-record.ts';
import { compareNames } from '../../../shared/text/index.ts';
import { membersSamples } from '../../documents/areas/members.ts';
import { settings } from '../../documents/samples.ts';
import {
  busiest,
  changed,
  compose,
  figure,
  material,
  record,
  rowsOf,
  TODAY,
  tables,
  texts,
  withRecords,
} from './members-paper.ts';

describe('每一份', () => {
  it('样例里都能出，合乎契约，再拟一次一样，出处都在库里', () => {
    for (const definition of membersDocuments) {
      const sets = Object.entries(membersSamples[definition.id]?.(material) ?? {});
      expect(sets.length, definition.id).toBeGreaterThan(0);
      for (const [name, params] of sets) {
        const { model } = definition.compose(params, material);
        expect(checkModel(JSON.parse(JSON.stringify(model))), name).toEqual(model);
        expect(JSON.stringify(definition.compose(params, material).model)).toBe(JSON.stringify(model));
        const sources = tables(model).flatMap((table) => table.rows.flat().flatMap(({ source }) => source ?? []));
        for (const { kind, id } of sources)
          if (kind !== 'figure') expect(material.lookup(kind, id), kind).toBeDefined();
      }
    }
  });

  it('空库里要么说清缺什么，要么出一张老实的空表', () => {
    const empty: DocumentMaterial = { settings, today: TODAY, lookup: () => undefined, list: () => [] };
    const said: string[] = [];
    for (const definition of membersDocuments) {
      try {
        expect(definition.compose({}, empty).model.blocks.length).toBeGreaterThan(0);
        said.push(`${definition.id}：空表`);
      } catch (error) {
        expect(error, definition.id).toBeInstanceOf(DocumentError);
        said.push(`${definition.id}：${(error as Error).message}`);
      }
    }
    expect(said.filter((line) => line.endsWith('空表'))).toEqual(['contributionSummary：空表']);
  });
});

describe('委员履职为民情况汇总', () => {
  it('合计就是年报数字，各行加起来也是', () => {
    const { model, findings } = compose('contributionSummary', { year: 2024 });
    const [totals, firms, jobs] = tables(model);
    const ids = ['CON.FIRM', 'CON.INVEST', 'CON.JOB', 'CON.DONATE', 'CON.HOUSE', 'CON.PEOPLE', 'CON.GOOD'];
    expect(rowsOf(totals)[1]).toEqual(ids.map((id) => String(figure(id))));
    expect(totals?.rows[1]?.map(({ source }) => source?.figure)).toEqual(ids);
    const detail = rowsOf(firms);
    expect(detail.at(-1)).toEqual(['合计', `${figure('CON.FIRM')}家`, String(figure('CON.INVEST')), '']);
    const sum = detail.slice(1, -1).reduce((all, row) => all + Number(row[6]), 0);
    expect(sum).toBe(figure('CON.INVEST'));
    expect(
      rowsOf(jobs)
        .slice(1, -1)
        .reduce((all, row) => all + Number(row[5]), 0),
    ).toBe(figure('CON.JOB'));
    expect(findings.filter(({ message }) => message.includes('口径不同'))).toEqual([]);
  });

  it('待核的不列也不计，说明有几件', () => {
    const { model, findings } = compose('contributionSummary', { year: 2024 });
    const waiting = material.list('contribution').filter(({ values }) => values.review === '待核');
    expect(waiting.length).toBeGreaterThan(0);
    expect(findings[0]?.message).toContain(`还有${waiting.length}件待核`);
    const listed = new Set(tables(model).flatMap((table) => table.rows.flat().map(({ source }) => source?.id)));
    for (const { id } of waiting) expect(listed).not.toContain(id);
  });

  it('上半年只有上半年的，数字按时段取', () => {
    const { model } = compose('contributionSummary', { year: 2024, half: '上半年' });
    const half = { from: '2024-01-01', to: '2024-06-30' };
    expect(rowsOf(tables(model)[0])[1]?.[2]).toBe(String(figure('CON.JOB', half)));
    expect(Number(figure('CON.JOB', half))).toBeLessThan(Number(figure('CON.JOB')));
  });

  it('同一项目两人引荐：列两行，金额只计一次', () => {
    const [first] = material.list('contribution').filter(({ values }) => values.contributionType === '企业落户招商');
    if (!first) throw new Error('样例里没有招商');
    const project = material.list('project')[0]?.id;
    const twin = record('contribution', 'twin', { ...first.values, project, amount: 500 });
    const from = withRecords([changed('contribution', first.id, { project }), twin]);
    const repeated = { kind: 'contribution', id: 'twin', day: '2024-01-02', amount: 500, repeated: true };
    const result = material.figure?.('CON.INVEST', yearPeriod(2024));
    const { model, findings } = compose(
      'contributionSummary',
      { year: 2024 },
      {
        ...from,
        figure: (id, period) =>
          id === 'CON.INVEST' && result
            ? { ...result, value: result.value, evidence: [...result.evidence, repeated] }
            : material.figure?.(id, period),
      },
    );
    const rows = rowsOf(tables(model)[1]);
    expect(rows.some((row) => row.at(-1) === '同一项目，金额不重复计；同一企业，家数不重复计')).toBe(true);
    expect(findings.filter(({ message }) => message.includes('口径不同'))).toEqual([]);
  });

  it('没有指标时留空待填，并报错', () => {
    const { figure: _, ...bare } = material;
    const { model, findings } = compose('contributionSummary', { year: 2024 }, bare);
    expect(new Set(rowsOf(tables(model)[0])[1])).toEqual(new Set(['____']));
    expect(findings[0]).toMatchObject({ severity: 'error' });
  });
});

describe('委员履职情况通报', () => {
  it('每名委员的数与履职一览一致，合计是各行之和', () => {
    const { model } = compose('serviceNotice', { year: 2024, quarter: '第二季度' });
    const span = { year: 2024, quarter: 2 };
    const counts = countDeeds(material.list, span);
    const attendance = attendanceOf(material.list, span);
    const [table] = tables(model);
    const rows = rowsOf(table);
    const lines = rows.slice(1, -1);
    expect(lines.length).toBeGreaterThan(150);
    lines.forEach((row, index) => {
      const member = table?.rows[index + 1]?.[0]?.source?.id ?? '';
      const { expected = 0, present = 0 } = attendance.get(member) ?? {};
      expect(row.slice(3, 5)).toEqual([String(expected), String(present)]);
      expect(row[6]).toBe(String(counts.get(member)?.attended ?? 0));
      expect(row[7]).toBe(String(counts.get(member)?.proposals ?? 0));
      expect(row[8]).toBe(String(counts.get(member)?.opinions ?? 0));
    });
    const sum = (column: number) => String(lines.reduce((all, row) => all + Number(row[column]), 0));
    expect(rows.at(-1)?.slice(1, 3)).toEqual([sum(3), sum(4)]);
    expect(texts(model, 'body').join('')).toContain(`应出席${sum(3)}人次，实际出席${sum(4)}人次`);
    const names = lines.map((row) => row[1]?.replaceAll('\u3000', '') ?? '');
    expect([...names].sort((a, b) => compareNames(a, b, 'surname'))).toEqual(names);
  });

  it('一名委员的数与个人台账一致', () => {
    const { model } = compose('serviceNotice', { year: 2024 });
    const [table] = tables(model);
    const at = table?.rows.findIndex((row) => row[0]?.source?.id === busiest()) ?? 0;
    const own = memberRecord(busiest(), material.list, { year: 2024 });
    const count = (id: string) => String(own.find((section) => section.id === id)?.deeds.length);
    expect(rowsOf(table)[at]?.slice(6, 9)).toEqual(['attended', 'proposals', 'opinions'].map(count));
  });

  it('没有任何记录的委员上名单，口径写在文末', () => {
    const idle = [
      record('person', 'p-idle', { name: '丁无事' }),
      record('member', 'm-idle', {
        person: 'p-idle',
        term: String(material.list('member').at(-1)?.values.term),
        appointedOn: '2022-03-09',
        status: '在任',
      }),
    ];
    const { model } = compose('serviceNotice', { year: 2024 }, withRecords(idle));
    const body = texts(model, 'body');
    expect(body).toContain('按“没有任何履职记录”统计，未履职的共1名：');
    expect(body).toContain('丁无事');
    expect(texts(model, 'annotation')[0]).toContain('未履职指“没有任何履职记录”');
  });

  it('红头、文号、主送；预取的号要提醒', () => {
    const { model } = compose('serviceNotice', { year: 2024, number: '012' });
    expect(model.masthead).toMatchObject({ mark: '政协示例区委员会办公室文件', number: '示政协办〔2024〕12号' });
    const next = compose('serviceNotice', { year: 2024 });
    expect(next.model.masthead?.number).toBe('示政协办〔2024〕7号');
    expect(next.findings.map(({ message }) => message)).toContain('文号是预取的，正式印发前请取号。');
    expect(compose('serviceNotice', { year: 2024, head: '不带红头' }).model.masthead).toBeUndefined();
  });

  it('按得分的未履职名单只有全年，季度的说清怎么改', () => {
    const idle = '按计分方案只有会议得分或没有得分';
    expect(() => compose('serviceNotice', { year: 2024, quarter: '第一季度', idle })).toThrow(/把季度改成“全年”/);
    expect(texts(compose('serviceNotice', { year: 2024, idle }).model, 'body').join('')).toContain(`按“${idle}”统计`);
  });
});

describe('委员履职情况考核表', () => {
  it('各行得分加起来是总分，件数与台账一致', () => {
    const scheme = material.schemes?.find(({ audience }) => audience === 'member')?.id ?? '';
    const engine = material.scores?.(scheme, 2024);
    const members = (engine?.results() ?? []).filter(({ entries }) => entries.length > 5).slice(0, 25);
    expect(members.length).toBe(25);
    for (const { subject, total, grade } of members) {
      const { model } = compose('assessmentForm', { member: subject, year: 2024 });
      expect(setPages(model).pages.length, '一张表一页').toBe(1);
      const rows = rowsOf(tables(model)[0]);
      const work = rows.slice(4, 10);
      expect(work.map(([label]) => label)).toEqual(['提案', '社情民意', '发言', '会议', '活动', '其他']);
      const sum = work.reduce((all, row) => all + Number(row[2]?.replace('－', '-')), 0);
      expect(Math.round(sum * 100) / 100, subject).toBe(total);
      expect(rows[10]).toEqual(['合　计', `等次：${grade}`, String(total)]);
      const proposals = memberRecord(subject, material.list, { year: 2024 }).find(({ id }) => id === 'proposals');
      if (proposals && proposals.deeds.length > 0) expect(work[0]?.[1]).toContain(`提交${proposals.deeds.length}件`);
      else expect(work[0]?.[1]).toBe('');
    }
  });

  it('没有施行的方案时得分留空，照样能出；写错方案名则拒绝', () => {
    const { schemes: _, scores: __, ...bare } = material;
    const { model, findings } = compose('assessmentForm', { member: busiest(), year: 2024 }, bare);
    expect(
      rowsOf(tables(model)[0])
        .slice(4, 10)
        .map((row) => row[2]),
    ).toEqual(['', '', '', '', '', '']);
    expect(findings.map(({ message }) => message).join('')).toContain('得分栏留空');
    expect(() => compose('assessmentForm', { member: busiest(), scheme: '没有' })).toThrow(DocumentError);
    expect(() => compose('assessmentForm', { member: '没有' })).toThrow(/可能已被删除/);
  });

  it('缺性别、单位，逐项提醒到那条人员记录', () => {
    const person = String(material.lookup('member', busiest())?.values.person);
    const from = withRecords([changed('person', person, { sex: undefined, org: undefined, orgDuty: undefined })]);
    const { findings } = compose('assessmentForm', { member: busiest(), year: 2024 }, from);
    expect(findings).toContainEqual(
      expect.objectContaining({
        message: '没有登记性别，表里留空。',
        source: { kind: 'person', id: person, field: 'sex' },
      }),
    );
    expect(findings.map(({ message }) => message)).toContain('没有登记单位及职务，表里留空。');
  });
});

describe('优秀政协委员名单', () => {
  const names = (model: DocumentModel) =>
    rowsOf(tables(model)[0])
      .flat()
      .map((name) => name.replaceAll('\u3000', ''))
      .filter(Boolean);

  it('人数等于指标，按姓氏笔画', () => {
    const { model, findings } = compose('excellentList', { year: 2024 });
    expect(names(model)).toHaveLength(Number(figure('AW.MEM')));
    expect([...names(model)].sort((a, b) => compareNames(a, b, 'surname'))).toEqual(names(model));
    expect(texts(model, 'subtitle')[0]).toBe(`（共${figure('AW.MEM')}名，按姓氏笔画排列）`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('按界别时各组人数加起来不变', () => {
    const { model } = compose('excellentList', { year: 2024, order: '界别' });
    const groups = rowsOf(tables(model)[0])
      .filter((row) => row.length === 1)
      .map(([label = '']) => Number(/（(\d+)名）/u.exec(label)?.[1]));
    expect(groups.reduce((sum, count) => sum + count, 0)).toBe(figure('AW.MEM'));
  });

  it('同一人登记两条要报错；没有登记的年份说下一步', () => {
    const [award] = material.list('award').filter(({ values }) => values.name === '优秀政协委员');
    if (!award) throw new Error('样例里没有表彰');
    const from = { ...withRecords([record('award', 'again', award.values)]), figure: () => undefined };
    const { findings } = compose('excellentList', { year: 2024 }, from);
    expect(findings.some(({ severity, message }) => severity === 'error' && message.includes('不止一条'))).toBe(true);
    expect(() => compose('excellentList', { year: 2019 })).toThrow(/请先在“表彰”里登记/);
  });
});
