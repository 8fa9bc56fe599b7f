import { contains, either, filled, grouped, held, inYear, is, isNot, on, standing, ticked } from './terms.ts';

export const ADOPTED_REGULATION = is('state', '通过', '印发', '现行', '被修订', '废止');
/** The year is that of adoption, of issue or effect where there is no day of adoption (regulation.ts). */
const adoptedIn = inYear('passedOn');
const changed = is('action', '制定', '修订');

/** 自身建设: meetings, regulations, training, awards, members, streets. */
export const selfBuildingFigures = grouped('自身建设', [
  {
    id: 'MT.CWH',
    label: '常委会会议',
    unit: '次',
    rule: '类型是常委会会议的，办过的才算；兼作常委会协商的也在内',
    query: { kind: 'event', where: [is('subtype', '常委会会议'), held], when: on('start'), measure: { type: 'count' } },
    cues: ['召开常委会议', '常委会议', '常委会会议'],
  },
  {
    id: 'MT.ZXH',
    label: '主席会议',
    unit: '次',
    rule: '类型是主席会议的，办过的才算',
    query: { kind: 'event', where: [is('subtype', '主席会议'), held], when: on('start'), measure: { type: 'count' } },
    cues: ['召开主席会议', '主席会议'],
  },
  {
    id: 'REG.DOC',
    label: '审议通过重要文件',
    unit: '项',
    rule: '常委会通过、勾选了“重要文件”的制度，起草中的和废止决定不算；按通过的年度',
    query: {
      kind: 'regulation',
      where: [ticked('important'), is('meetingType', '常委会'), changed, ADOPTED_REGULATION],
      when: adoptedIn,
      measure: { type: 'count' },
    },
    cues: ['重要文件', '审议通过'],
  },
  {
    id: 'REG.AREA',
    label: '修订完善制度（方面）',
    unit: '个方面',
    rule: '年度内制定、修订的制度，类别去重',
    query: {
      kind: 'regulation',
      where: [changed, ADOPTED_REGULATION],
      when: adoptedIn,
      measure: { type: 'distinct', field: 'area' },
    },
    cues: ['修订完善规章制度', '规章制度'],
  },
  {
    id: 'REG.NUM',
    label: '修订完善制度（项）',
    unit: '项',
    rule: '年度内制定、修订并已通过的制度，起草中的和废止决定不算',
    query: { kind: 'regulation', where: [changed, ADOPTED_REGULATION], when: adoptedIn, measure: { type: 'count' } },
    cues: ['修订完善规章制度', '规章制度'],
  },
  {
    id: 'AW.MEM',
    label: '优秀政协委员',
    unit: '名',
    rule: '表彰名称是优秀政协委员的，按表彰年度',
    query: {
      kind: 'award',
      where: [is('name', '优秀政协委员')],
      when: inYear('awardedOn'),
      measure: { type: 'count' },
    },
    cues: ['优秀政协委员', '表彰优秀政协委员'],
  },
  {
    id: 'AW.PROP',
    label: '优秀提案',
    unit: '件',
    rule: '表彰名称是优秀提案的，按表彰年度',
    query: {
      kind: 'award',
      where: [is('name', '优秀提案')],
      when: inYear('awardedOn'),
      measure: { type: 'count' },
    },
    cues: ['优秀提案'],
  },
  {
    id: 'TR.LEC',
    label: '提案和社情民意撰写讲座',
    unit: '场',
    rule: '类型是培训、讲座，名称里有“撰写”的',
    query: {
      kind: 'event',
      where: [is('subtype', '培训', '讲座'), contains('title', '撰写'), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['专题讲座', '讲座培训会', '撰写'],
  },
  {
    id: 'TR.BRIEF',
    label: '政情通报会',
    unit: '次',
    rule: '类型是政情通报会的，办过的才算',
    query: { kind: 'event', where: [is('subtype', '政情通报会'), held], when: on('start'), measure: { type: 'count' } },
    cues: ['政情通报会'],
  },
  {
    id: 'ORG.MEMBER',
    label: '政协委员',
    unit: '名',
    rule: '到期末在任的委员：已经任职、还没有退出的；提名、协商决定的还不算',
    query: {
      kind: 'member',
      where: [either(filled('exitOn'), isNot('status', '已辞去', '已撤销', '已终止', '换届离任', '提名', '协商决定'))],
      when: { type: 'standing', from: 'appointedOn', until: 'exitOn' },
      measure: { type: 'count' },
    },
    cues: ['名政协委员', '全区政协委员'],
  },
  {
    id: 'ST.REPORT',
    label: '街道年度述职',
    unit: '个',
    rule: '文种是述职报告、选了街道的公文，街道去重；次年写的，年度填所报告的那一年',
    query: {
      kind: 'officialDocument',
      where: [is('docType', '述职报告')],
      when: inYear('writtenOn'),
      measure: { type: 'distinct', field: 'subdistrictOffice' },
    },
    cues: ['年度述职', '述职'],
  },
  {
    id: 'ORG.UNIT',
    label: '街道政协工委',
    unit: '个',
    rule: '登记的全部街道政协工委（联络组）',
    query: { kind: 'subdistrictOffice', where: [], when: standing, measure: { type: 'count' } },
    cues: ['街道政协工委', '乡镇（街道）'],
  },
  {
    id: 'ORG.COMMUNITY',
    label: '社区（村）',
    unit: '个',
    rule: '登记的全部社区和村',
    query: { kind: 'community', where: [], when: standing, measure: { type: 'count' } },
    cues: ['个社区', '社区（村）'],
  },
]);
