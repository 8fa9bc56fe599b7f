import type { Enumeration } from './enumeration.ts';

/** 56 民族 in the order of GB/T 3304-1991; rosters often leave out the 族, hence the aliases. */
const ETHNICITIES =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 ' +
  '佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 ' +
  '阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 ' +
  '珞巴族 基诺族';

export const peopleEnumerations: readonly Enumeration[] = [
  {
    id: 'sex',
    label: '性别',
    values: [
      { value: '男', aliases: ['男性'] },
      { value: '女', aliases: ['女性'] },
    ],
  },
  {
    id: 'ethnicity',
    label: '民族',
    values: ETHNICITIES.split(' ').map((value) => ({ value, aliases: [value.slice(0, -1)] })),
  },
  {
    // GB/T 4762-1984, codes 01–13. A person may have two: 民建会员 and 中共党员.
    id: 'party',
    label: '政治面貌',
    values: [
      { value: '中共党员', aliases: ['中共', '党员', '中国共产党', '中国共产党党员', '共产党员'] },
      { value: '中共预备党员', aliases: ['预备党员'] },
      { value: '共青团员', aliases: ['团员', '共青团'] },
      { value: '民革党员', aliases: ['民革', '民革会员', '中国国民党革命委员会'] },
      { value: '民盟盟员', aliases: ['民盟', '中国民主同盟'] },
      { value: '民建会员', aliases: ['民建', '中国民主建国会'] },
      { value: '民进会员', aliases: ['民进', '中国民主促进会'] },
      { value: '农工党党员', aliases: ['农工党', '农工', '农工民主党', '中国农工民主党'] },
      { value: '致公党党员', aliases: ['致公党', '致公', '中国致公党'] },
      { value: '九三学社社员', aliases: ['九三学社', '九三', '九三社员'] },
      { value: '台盟盟员', aliases: ['台盟', '台湾民主自治同盟'] },
      { value: '无党派人士', aliases: ['无党派', '无党派民主人士'] },
      { value: '群众', aliases: ['普通群众', '普通公民'] },
    ],
  },
  {
    id: 'orgNature',
    label: '单位性质',
    values: ['机关', '事业', '民非', '国有', '国有控股', '外资', '合资', '私营', '自由职业'].map((value) => ({
      value,
    })),
  },
  { id: 'inSystem', label: '体制内外', values: [{ value: '体制内' }, { value: '体制外' }] },
  {
    id: 'level',
    label: '级别',
    values: [
      { value: '国家级', aliases: ['国家', '全国', '中央'] },
      { value: '省级', aliases: ['省'] },
      { value: '市级', aliases: ['市'] },
      { value: '区级', aliases: ['区', '区县级', '县级'] },
      { value: '其他' },
    ],
  },
  {
    id: 'cppccRole',
    label: '政协职务',
    values: [
      '主席',
      '党组书记',
      '党组副书记',
      '副主席',
      '秘书长',
      '副秘书长',
      '常委',
      '专委会主任',
      '专委会副主任',
      '委员',
    ].map((value) => (value === '常委' ? { value, aliases: ['常务委员'] } : { value })),
  },
  {
    id: 'sectorDuty',
    label: '界别职务',
    values: [{ value: '召集人' }, { value: '副召集人' }, { value: '联络员' }],
  },
  {
    id: 'committeeDuty',
    label: '专委会职务',
    values: [{ value: '主任' }, { value: '副主任' }, { value: '委员', aliases: ['成员'] }],
  },
  {
    id: 'subdistrictDuty',
    label: '街道政协工委职务',
    values: ['主任', '副主任', '召集人', '联络员', '组员'].map((value) => ({ value })),
  },
  {
    id: 'otherLevel',
    label: '兼任他级委员',
    values: [
      { value: '全国政协委员', aliases: ['全国'] },
      { value: '省政协委员', aliases: ['省'] },
      { value: '市政协委员', aliases: ['市'] },
    ],
  },
  {
    id: 'supervisorPost',
    label: '受聘监督职务',
    values: ['政风行风监督员', '特约监察员', '人民陪审员', '其他'].map((value) => ({ value })),
  },
  {
    id: 'memberStatus',
    label: '任职状态',
    values: [
      { value: '提名', fixed: true, note: '已推荐，还没有协商决定', aliases: ['提名人选', '推荐'] },
      { value: '协商决定', fixed: true, note: '常委会已决定，还没有到任' },
      { value: '在任' },
      { value: '届中增补', fixed: true, aliases: ['增补'] },
      { value: '请辞待审', fixed: true },
      { value: '已辞去', aliases: ['辞去'] },
      { value: '已撤销', aliases: ['撤销'] },
      { value: '已终止', note: '去世等', aliases: ['终止'] },
      { value: '界别调整', fixed: true, note: '仍在任，已调到别的界别' },
      { value: '换届离任', aliases: ['离任'] },
    ],
  },
];
