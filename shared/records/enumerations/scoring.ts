/**
 * Schemes that come with the program, by id: an entry of points keeps the id, a clerk reads and writes the name. Schemes
 * an office adds have an id that can be read as it is.
 */
export const SCHEME_NAMES: Readonly<Record<string, string>> = {
  zhongyuan: '委员履职量化考核（默认方案）',
  anqing: '安庆市政协委员履职考核（2018）',
  tongcheng: '桐城市政协委员履职考核（2019）',
  minhang: '闵行区政协委员履职积分',
  jinan: '济南市政协委员履职量化考核（2015）',
  guangshui: '广水市政协委员年度量化考核（2017）',
  dongcheng: '东城区政协委员履职综合考评（2015）',
  hefei: '合肥市政协委员履职量化考核（2015）',
  street: '街道政协工委测评',
  handlingUnit: '承办单位提案办理考核',
  proposalQuality: '提案质量评价（承办单位评）',
  handlingQuality: '办理质量评价（提案人评）',
};
