/**
 * Schemes that come with the program, by id: an entry of points keeps the id, a clerk reads and writes the name. Schemes
 * an office adds have an id that can be read as it is.
 */
export const SCHEME_NAMES: Readonly<Record<string, string>> = {
  zhongyuan: '委员履职考核方案（默认）',
  anqing: '安庆市方案',
  tongcheng: '桐城市方案',
  minhang: '闵行区方案',
  jinan: '济南市方案',
  guangshui: '广水市方案',
  dongcheng: '东城区方案',
  hefei: '合肥市方案',
  street: '街道政协工委测评方案',
  handlingUnit: '承办单位考核方案',
  proposalQuality: '提案质量评价',
  handlingQuality: '办理质量评价',
};
